using System.Reflection;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>What a method expects.</summary>
internal interface IRequestContract
{
    MetadataRecordAttribute Record { get; }

    /// <summary>The record's type.</summary>
    Type Type { get; }

    ContractEnforcement Enforcement { get; }

    /// <summary>Whether a guard stands around the method that this instance belongs to.</summary>
    bool IsGuarded { get; set; }
}

/// <summary>What a method returns.</summary>
internal interface IResponseContract
{
    Type Record { get; }

    MetadataPositions Position { get; }
}

/// <summary>What the attributes of a service have in common.</summary>
internal static class Contracts
{
    internal static MetadataRecordAttribute RecordOf(Type record) => record.GetCustomAttribute<MetadataRecordAttribute>(inherit: false)
        ?? throw new InvalidOperationException($"'{record.Name}' is named as a service's metadata but has no generated code: make it a [GrpcMetadata] partial record.");
}
