using Grpc.Core;
using Grpc.Core.Interceptors;

namespace TypedMetadata;

/// <summary>Adds an asynchronously created record to every call. If the record is available immediately, the call starts immediately, without a wrapper.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="services">The service provider of the client's scope.</param>
/// <param name="getMetadata">Returns the record.</param>
internal sealed class AsyncMetadataInterceptor<T>(IServiceProvider services, Func<IServiceProvider, CancellationToken, ValueTask<T?>> getMetadata) : Interceptor
    where T : IRequestMetadata<T>
{
    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        // A blocking call blocks here too.
        CallOptions options = new PendingOptions(context.Options, cancellation => AddAsync(context.Options, cancellation)).Completed.GetAwaiter().GetResult();
        return continuation(request, With(context, options));
    }

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        if (Pending(context.Options, out CallOptions ready) is not PendingOptions pending)
        {
            return continuation(request, With(context, ready));
        }

        StartingCall<AsyncUnaryCall<TResponse>> call = new(
            pending, options => continuation(request, With(context, options)), static started => new(() => started.ResponseHeadersAsync, started.GetStatus, started.GetTrailers));
        return new(
            call.AfterStart(static started => started.ResponseAsync),
            StartingCall.Headers, StartingCall.Status, StartingCall.Trailers, StartingCall.Dispose, call);
    }

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        if (Pending(context.Options, out CallOptions ready) is not PendingOptions pending)
        {
            return continuation(With(context, ready));
        }

        StartingCall<AsyncClientStreamingCall<TRequest, TResponse>> call = new(
            pending, options => continuation(With(context, options)), static started => new(() => started.ResponseHeadersAsync, started.GetStatus, started.GetTrailers));
        return new(
            new StartingRequestStream<AsyncClientStreamingCall<TRequest, TResponse>, TRequest>(call, static started => started.RequestStream),
            call.AfterStart(static started => started.ResponseAsync),
            StartingCall.Headers, StartingCall.Status, StartingCall.Trailers, StartingCall.Dispose, call);
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        if (Pending(context.Options, out CallOptions ready) is not PendingOptions pending)
        {
            return continuation(request, With(context, ready));
        }

        StartingCall<AsyncServerStreamingCall<TResponse>> call = new(
            pending, options => continuation(request, With(context, options)), static started => new(() => started.ResponseHeadersAsync, started.GetStatus, started.GetTrailers));
        return new(
            new StartingResponseStream<AsyncServerStreamingCall<TResponse>, TResponse>(call, static started => started.ResponseStream),
            StartingCall.Headers, StartingCall.Status, StartingCall.Trailers, StartingCall.Dispose, call);
    }

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        if (Pending(context.Options, out CallOptions ready) is not PendingOptions pending)
        {
            return continuation(With(context, ready));
        }

        StartingCall<AsyncDuplexStreamingCall<TRequest, TResponse>> call = new(
            pending, options => continuation(With(context, options)), static started => new(() => started.ResponseHeadersAsync, started.GetStatus, started.GetTrailers));
        return new(
            new StartingRequestStream<AsyncDuplexStreamingCall<TRequest, TResponse>, TRequest>(call, static started => started.RequestStream),
            new StartingResponseStream<AsyncDuplexStreamingCall<TRequest, TResponse>, TResponse>(call, static started => started.ResponseStream),
            StartingCall.Headers, StartingCall.Status, StartingCall.Trailers, StartingCall.Dispose, call);
    }

    /// <summary>Returns the pending options of a call, or null if the record is already available.</summary>
    private PendingOptions? Pending(CallOptions options, out CallOptions ready)
    {
        PendingOptions pending = new(options, cancellation => AddAsync(options, cancellation));
        bool isReady = pending.Completed.IsCompletedSuccessfully;
        ready = isReady ? pending.Completed.Result : options;
        return isReady ? null : pending;
    }

    private async Task<CallOptions> AddAsync(CallOptions options, CancellationToken cancellation) =>
        DefaultMetadata.AddTo(options, await getMetadata(services, cancellation).ConfigureAwait(false));

    private static ClientInterceptorContext<TRequest, TResponse> With<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, CallOptions options)
        where TRequest : class
        where TResponse : class => new(context.Method, context.Host, options);
}
