using System.Reflection;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Represents a record that an attribute declares for the calls of a service.</summary>
internal interface IContract
{
    /// <summary>The record.</summary>
    Type Type { get; }

    /// <summary>The position of the record.</summary>
    MetadataPositions Position { get; }

    /// <summary>The name of the RPC that the record applies to, or null for all RPCs.</summary>
    string? Method { get; }
}

/// <summary>Represents a record of request metadata that a method expects.</summary>
internal interface IRequestContract : IContract
{
    MetadataRecordAttribute Record { get; }

    ContractEnforcement Enforcement { get; }

    /// <summary>Whether a guard checks the method that this instance belongs to.</summary>
    bool IsGuarded { get; set; }
}

/// <summary>Represents a record of response metadata that a method sends.</summary>
internal interface IResponseContract : IContract;

/// <summary>Contains helpers for the contract attributes of a service.</summary>
internal static class Contracts
{
    internal static MetadataRecordAttribute RecordOf(Type record) => record.GetCustomAttribute<MetadataRecordAttribute>(inherit: false)
        ?? throw new InvalidOperationException($"'{record.Name}' is declared as metadata of a service but has no generated code. Make it a [GrpcMetadata] partial record.");
}
