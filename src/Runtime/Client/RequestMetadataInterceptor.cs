using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// Adds a record of request metadata to every call of a client: <c>channel.Intercept(new RequestMetadataInterceptor&lt;CallerInfo&gt;(() => caller))</c>.
/// </summary>
/// <remarks>
/// <para>
/// Keys that the headers of a call already contain take precedence, whether a record, raw metadata or another interceptor set them. A list is not merged, and a former name
/// (<c>Aliases</c>) counts as the key. The keys of a prefix are independent of each other.
/// </para>
/// <para>
/// If a value cannot be written, the call throws <see cref="MetadataException"/>. The caller's <see cref="Metadata"/> is not changed. Retries send the same record.
/// </para>
/// </remarks>
/// <typeparam name="T">The record of request metadata.</typeparam>
public sealed class RequestMetadataInterceptor<T> : Interceptor
    where T : IRequestMetadata<T>
{
    private readonly Func<IMethod, CallOptions, T?> _getMetadata;

    /// <summary>Initializes a new instance of the <see cref="RequestMetadataInterceptor{T}"/> class with a delegate that returns the record.</summary>
    /// <param name="getMetadata">A delegate that returns the record, or null to add nothing. It runs once for each call, on the thread of the caller.</param>
    public RequestMetadataInterceptor(Func<T?> getMetadata)
    {
        ArgumentNullException.ThrowIfNull(getMetadata);
        _getMetadata = (_, _) => getMetadata();
    }

    /// <summary>Initializes a new instance of the <see cref="RequestMetadataInterceptor{T}"/> class with a delegate that receives the method and the options of the call.</summary>
    /// <param name="getMetadata">A delegate that returns the record, or null to add nothing. It runs once for each call, on the thread of the caller.</param>
    public RequestMetadataInterceptor(Func<IMethod, CallOptions, T?> getMetadata)
    {
        ArgumentNullException.ThrowIfNull(getMetadata);
        _getMetadata = getMetadata;
    }

    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Add(context));

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Add(context));

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(Add(context));

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Add(context));

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(Add(context));

    private ClientInterceptorContext<TRequest, TResponse> Add<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class =>
        new(context.Method, context.Host, DefaultMetadata.AddTo(context.Options, _getMetadata(context.Method, context.Options)));
}
