using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// Adds a record to every call of a client: <c>channel.Intercept(new RequestMetadataInterceptor&lt;CallerInfo&gt;(() => caller))</c>. What is given with a call wins,
/// key by key.
/// </summary>
/// <remarks>
/// A key that the call's own headers have stays as it is there, whether a record, raw metadata or an earlier interceptor set it: a list keeps the
/// items that were given and gets none of the record's, and a former name (<c>Aliases</c>) counts as the key. The keys of a prefix stand each for itself, so that what was given
/// and what the record holds are sent together. The caller's <see cref="Metadata"/> is copied, never changed. A value that cannot be written throws <see cref="MetadataException"/>
/// where the call is made. Retries send what was added once.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class RequestMetadataInterceptor<T> : Interceptor
    where T : IRequestMetadata<T>
{
    private readonly Func<IMethod, CallOptions, T?> _getMetadata;

    /// <summary>Initializes a new instance that asks for the record of each call.</summary>
    /// <param name="getMetadata">Asked once for each call, on its caller's thread. Null adds nothing.</param>
    public RequestMetadataInterceptor(Func<T?> getMetadata)
    {
        ArgumentNullException.ThrowIfNull(getMetadata);
        _getMetadata = (_, _) => getMetadata();
    }

    /// <summary>Initializes a new instance that asks for the record with the method and options of each call.</summary>
    /// <param name="getMetadata">Asked once for each call, on its caller's thread, with the method and the options of the call. Null adds nothing.</param>
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
