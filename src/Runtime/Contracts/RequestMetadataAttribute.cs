using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Specifies that a service, or one of its methods, expects a record of request metadata. Calls without valid metadata are rejected before the handler runs.
/// </summary>
/// <remarks>
/// <para>
/// The record is read once for each call, after authorization and the interceptors of the application. <c>ReadRequestMetadata&lt;T&gt;()</c> returns the same record. On a typed
/// client, the record becomes a parameter of the methods.
/// </para>
/// <para>
/// The server must call <c>services.AddGrpc().AddTypedMetadata()</c>. Without it, every request fails with an <see cref="InvalidOperationException"/> (TMD113 reports this at
/// compile time). The attribute has no effect on a class that is not a gRPC service or a method that is not an RPC (TMD114).
/// </para>
/// </remarks>
/// <typeparam name="T">A <c>[GrpcMetadata]</c> record of request metadata (TMD110).</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface, AllowMultiple = true)]
public sealed partial class RequestMetadataAttribute<T> : Attribute, IRequestContract
{
    private MetadataRecordAttribute? _record;

    /// <summary>Gets or sets the name of the RPC that the record applies to, in addition to the records of the service, such as <c>nameof(Greeter.GreeterBase.Watch)</c>. The default is null: all RPCs. It is not allowed on a method.</summary>
    public string? Method { get; set; }

    /// <summary>Gets or sets the treatment of a call whose metadata is missing or invalid. The default is <see cref="ContractEnforcement.Reject"/>.</summary>
    public ContractEnforcement Enforcement { get; set; }

    bool IRequestContract.IsGuarded { get; set; }

    Type IContract.Type => typeof(T);

    MetadataPositions IContract.Position => MetadataPositions.Request;

    MetadataRecordAttribute IRequestContract.Record => _record ??= Contracts.RecordOf(typeof(T));
}
