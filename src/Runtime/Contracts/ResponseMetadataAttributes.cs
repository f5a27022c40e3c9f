using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Specifies that a service, or one of its methods, sends a record of initial metadata. A call that succeeds without it is logged as a warning, where <c>AddTypedMetadata()</c> was called (TMD113).
/// On a typed client it makes the record a member of the calls.
/// </summary>
/// <typeparam name="T">The record: a <c>[GrpcMetadata]</c> record of initial metadata (TMD110).</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class InitialMetadataAttribute<T> : Attribute, IResponseContract
{
    /// <summary>Gets or sets the RPC that the record belongs to, by its name, in place of the service's record. The default is every RPC. On a method it is not allowed.</summary>
    public string? Method { get; set; }

    Type IContract.Type => typeof(T);

    MetadataPositions IContract.Position => MetadataPositions.Initial;
}

/// <summary>
/// Specifies that a service, or one of its methods, sends a record of trailing metadata. A call that succeeds without it is logged as a warning, where <c>AddTypedMetadata()</c> was called (TMD113).
/// On a typed client it makes the record a member of the calls; a method of a typed service returns it.
/// </summary>
/// <typeparam name="T">The record: a <c>[GrpcMetadata]</c> record of trailing metadata (TMD110).</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class TrailingMetadataAttribute<T> : Attribute, IResponseContract
{
    /// <summary>Gets or sets the RPC that the record belongs to, by its name, in place of the service's record. The default is every RPC. On a method it is not allowed.</summary>
    public string? Method { get; set; }

    Type IContract.Type => typeof(T);

    MetadataPositions IContract.Position => MetadataPositions.Trailing;
}
