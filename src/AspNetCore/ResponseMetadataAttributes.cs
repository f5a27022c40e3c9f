namespace TypedMetadata;

/// <summary>Specifies that a service, or one of its methods, sends a record of initial metadata. A call that succeeds without it is logged as a warning, where <c>AddTypedMetadata()</c> was called (TMD113).</summary>
/// <typeparam name="T">The record: a <c>[GrpcMetadata]</c> record of initial metadata (TMD110).</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class InitialMetadataAttribute<T> : Attribute, IResponseContract
{
    Type IResponseContract.Record => typeof(T);

    MetadataPositions IResponseContract.Position => MetadataPositions.Initial;
}

/// <summary>Specifies that a service, or one of its methods, sends a record of trailing metadata. A call that succeeds without it is logged as a warning, where <c>AddTypedMetadata()</c> was called (TMD113).</summary>
/// <typeparam name="T">The record: a <c>[GrpcMetadata]</c> record of trailing metadata (TMD110).</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class TrailingMetadataAttribute<T> : Attribute, IResponseContract
{
    Type IResponseContract.Record => typeof(T);

    MetadataPositions IResponseContract.Position => MetadataPositions.Trailing;
}
