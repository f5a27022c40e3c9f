using Grpc.Core;
using Grpc.Core.Interceptors;

namespace TypedMetadata;

/// <summary>
/// Makes direct calls. It runs immediately before Grpc.Net.Client, so no other interceptor sees its changes to the headers. Except for the views, its calls behave like those of
/// Grpc.Net.Client.
/// </summary>
internal sealed class DirectCallInterceptor : Interceptor
{
    internal static readonly DirectCallInterceptor Instance = new();

    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, OnWire(context));

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        DirectCall direct = new(context.Method.FullName, CallMembers.Unary<TResponse>.All);
        DirectCall? outer = direct.Offer(context.Options);
        try
        {
            AsyncUnaryCall<TResponse> call = continuation(request, OnWire(context));
            return direct.IsTakenAs(call)
                ? new(call.ResponseAsync, DirectCall.Headers, DirectCall.Status, DirectCall.Trailers, DirectCall.Dispose, direct)
                : call;
        }
        finally
        {
            DirectCall.Withdraw(outer);
        }
    }

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        DirectCall direct = new(context.Method.FullName, CallMembers.ClientStreaming<TRequest, TResponse>.All);
        DirectCall? outer = direct.Offer(context.Options);
        try
        {
            AsyncClientStreamingCall<TRequest, TResponse> call = continuation(OnWire(context));
            return direct.IsTakenAs(call)
                ? new(call.RequestStream, call.ResponseAsync, DirectCall.Headers, DirectCall.Status, DirectCall.Trailers, DirectCall.Dispose, direct)
                : call;
        }
        finally
        {
            DirectCall.Withdraw(outer);
        }
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        DirectCall direct = new(context.Method.FullName, CallMembers.ServerStreaming<TResponse>.All);
        DirectCall? outer = direct.Offer(context.Options);
        try
        {
            AsyncServerStreamingCall<TResponse> call = continuation(request, OnWire(context));
            return direct.IsTakenAs(call)
                ? new(call.ResponseStream, DirectCall.Headers, DirectCall.Status, DirectCall.Trailers, DirectCall.Dispose, direct)
                : call;
        }
        finally
        {
            DirectCall.Withdraw(outer);
        }
    }

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        DirectCall direct = new(context.Method.FullName, CallMembers.DuplexStreaming<TRequest, TResponse>.All);
        DirectCall? outer = direct.Offer(context.Options);
        try
        {
            AsyncDuplexStreamingCall<TRequest, TResponse> call = continuation(OnWire(context));
            return direct.IsTakenAs(call)
                ? new(call.RequestStream, call.ResponseStream, DirectCall.Headers, DirectCall.Status, DirectCall.Trailers, DirectCall.Dispose, direct)
                : call;
        }
        finally
        {
            DirectCall.Withdraw(outer);
        }
    }

    private static ClientInterceptorContext<TRequest, TResponse> OnWire<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class =>
        RequestWireHeaders.Of(context.Options.Headers) is Metadata headers
            ? new(context.Method, context.Host, context.Options.WithHeaders(headers))
            : context;
}
