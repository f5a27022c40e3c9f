using System.Reflection;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>What a method expects.</summary>
internal interface IRequestContract
{
    MetadataRecordAttribute Record { get; }

    Enforcement Enforcement { get; }
}

/// <summary>What a method answers.</summary>
internal interface IAnswerContract
{
    Type Record { get; }

    MetadataDirections Direction { get; }
}

/// <summary>What the attributes of a service have in common.</summary>
internal static class Contracts
{
    internal static MetadataRecordAttribute RecordOf(Type record) => record.GetCustomAttribute<MetadataRecordAttribute>(inherit: false)
        ?? throw new InvalidOperationException($"'{record.Name}' is named as a service's metadata but has no generated code: make it a [GrpcMetadata] partial record.");
}
