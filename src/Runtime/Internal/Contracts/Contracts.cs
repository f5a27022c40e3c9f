using System.Reflection;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>What an attribute says of a service's calls.</summary>
internal interface IContract
{
    /// <summary>The record.</summary>
    Type Type { get; }

    /// <summary>Where it travels.</summary>
    MetadataPositions Position { get; }

    /// <summary>The RPC that alone is meant; null for all.</summary>
    string? Method { get; }
}

/// <summary>What a method expects.</summary>
internal interface IRequestContract : IContract
{
    MetadataRecordAttribute Record { get; }

    ContractEnforcement Enforcement { get; }

    /// <summary>Whether a guard stands around the method that this instance belongs to.</summary>
    bool IsGuarded { get; set; }
}

/// <summary>What a method returns.</summary>
internal interface IResponseContract : IContract;

/// <summary>What the attributes of a service have in common.</summary>
internal static class Contracts
{
    internal static MetadataRecordAttribute RecordOf(Type record) => record.GetCustomAttribute<MetadataRecordAttribute>(inherit: false)
        ?? throw new InvalidOperationException($"'{record.Name}' is declared as metadata of a service but has no generated code. Make it a [GrpcMetadata] partial record.");
}
