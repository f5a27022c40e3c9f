using Grpc.Core;
using Grpc.Core.Interceptors;

namespace TypedMetadata;

/// <summary>Makes the calls of a factory client direct calls. The factory accepts interceptors, but no call invoker.</summary>
internal sealed class DirectCallInterceptor : Interceptor
{
    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        Around(continuation).BlockingUnaryCall(context.Method, context.Host, context.Options, request);

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        Around(continuation).AsyncUnaryCall(context.Method, context.Host, context.Options, request);

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
        Around(continuation).AsyncClientStreamingCall(context.Method, context.Host, context.Options);

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        Around(continuation).AsyncServerStreamingCall(context.Method, context.Host, context.Options, request);

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
        Around(continuation).AsyncDuplexStreamingCall(context.Method, context.Host, context.Options);

    private static DirectCallInvoker Around(Delegate continuation) => new(new ContinuationInvoker(continuation));

    /// <summary>Calls the continuation of an interceptor.</summary>
    private sealed class ContinuationInvoker(Delegate continuation) : CallInvoker
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            ((BlockingUnaryCallContinuation<TRequest, TResponse>)continuation)(request, new(method, host, options));

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            ((AsyncUnaryCallContinuation<TRequest, TResponse>)continuation)(request, new(method, host, options));

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            ((AsyncClientStreamingCallContinuation<TRequest, TResponse>)continuation)(new(method, host, options));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            ((AsyncServerStreamingCallContinuation<TRequest, TResponse>)continuation)(request, new(method, host, options));

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            ((AsyncDuplexStreamingCallContinuation<TRequest, TResponse>)continuation)(new(method, host, options));
    }
}
