using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Specifies that a service, or one of its methods, sends a record of initial metadata. If a call succeeds without it, a server with <c>AddTypedMetadata()</c> logs a warning.
/// </summary>
/// <remarks>On a typed client, the record becomes a member of the returned call.</remarks>
/// <typeparam name="T">A <c>[GrpcMetadata]</c> record of initial metadata (TMD110).</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class InitialMetadataAttribute<T> : Attribute, IResponseContract
{
    /// <summary>Gets or sets the name of the RPC that the record applies to, in place of the record of the service. The default is null: all RPCs. It is not allowed on a method.</summary>
    public string? Method { get; set; }

    Type IContract.Type => typeof(T);

    MetadataPositions IContract.Position => MetadataPositions.Initial;
}

/// <summary>
/// Specifies that a service, or one of its methods, sends a record of trailing metadata. If a call succeeds without it, a server with <c>AddTypedMetadata()</c> logs a warning.
/// </summary>
/// <remarks>On a typed client, the record becomes a member of the returned call. A method of a typed service returns it.</remarks>
/// <typeparam name="T">A <c>[GrpcMetadata]</c> record of trailing metadata (TMD110).</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class TrailingMetadataAttribute<T> : Attribute, IResponseContract
{
    /// <summary>Gets or sets the name of the RPC that the record applies to, in place of the record of the service. The default is null: all RPCs. It is not allowed on a method.</summary>
    public string? Method { get; set; }

    Type IContract.Type => typeof(T);

    MetadataPositions IContract.Position => MetadataPositions.Trailing;
}
