using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Specifies that a service, or one of its methods, expects a record of request metadata. The record is read once a call, after authorization and the
/// application's own interceptors, right before the handler; <c>ReadRequestMetadata&lt;T&gt;()</c> then returns the same record.
/// </summary>
/// <remarks>
/// A server needs <c>services.AddGrpc().AddTypedMetadata()</c>. Without it the server answers no request: each fails with an <see cref="InvalidOperationException"/> that says so (TMD113 says it at compile time). On
/// a class that is no gRPC service, or a method that is no RPC, it means nothing (TMD114). On a typed client it makes the record a parameter of the methods.
/// </remarks>
/// <typeparam name="T">The record: a <c>[GrpcMetadata]</c> record of request metadata (TMD110).</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface, AllowMultiple = true)]
public sealed partial class RequestMetadataAttribute<T> : Attribute, IRequestContract
{
    private MetadataRecordAttribute? _record;

    /// <summary>Gets or sets the RPC that the record belongs to, by its name, such as <c>nameof(Greeter.GreeterBase.Watch)</c>; the records of the service come too. The default is every RPC. On a method it is not allowed.</summary>
    public string? Method { get; set; }

    /// <summary>Gets or sets what happens to a call whose metadata is missing or invalid. The default is <see cref="ContractEnforcement.Reject"/>.</summary>
    public ContractEnforcement Enforcement { get; set; }

    bool IRequestContract.IsGuarded { get; set; }

    Type IContract.Type => typeof(T);

    MetadataPositions IContract.Position => MetadataPositions.Request;

    MetadataRecordAttribute IRequestContract.Record => _record ??= Contracts.RecordOf(typeof(T));
}
