using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// Makes direct calls. It is immediately around the invoker of Grpc.Net.Client, so no interceptor sees its changes to the headers. Except for the views, its calls behave like those
/// of Grpc.Net.Client.
/// </summary>
/// <param name="inner">The invoker of Grpc.Net.Client, or what leads to it.</param>
internal sealed class DirectCallInvoker(CallInvoker inner) : CallInvoker
{
    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        inner.BlockingUnaryCall(method, host, OnWire(options), request);

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        DirectCall direct = new(CallMembers.Unary<TResponse>.All);
        DirectCall.Offered outer = direct.Offer(method.FullName, options);
        try
        {
            AsyncUnaryCall<TResponse> call = inner.AsyncUnaryCall(method, host, OnWire(options), request);
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
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        DirectCall direct = new(CallMembers.ClientStreaming<TRequest, TResponse>.All);
        DirectCall.Offered outer = direct.Offer(method.FullName, options);
        try
        {
            AsyncClientStreamingCall<TRequest, TResponse> call = inner.AsyncClientStreamingCall(method, host, OnWire(options));
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
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        DirectCall direct = new(CallMembers.ServerStreaming<TResponse>.All);
        DirectCall.Offered outer = direct.Offer(method.FullName, options);
        try
        {
            AsyncServerStreamingCall<TResponse> call = inner.AsyncServerStreamingCall(method, host, OnWire(options), request);
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
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        DirectCall direct = new(CallMembers.DuplexStreaming<TRequest, TResponse>.All);
        DirectCall.Offered outer = direct.Offer(method.FullName, options);
        try
        {
            AsyncDuplexStreamingCall<TRequest, TResponse> call = inner.AsyncDuplexStreamingCall(method, host, OnWire(options));
            return direct.IsTakenAs(call)
                ? new(call.RequestStream, call.ResponseStream, DirectCall.Headers, DirectCall.Status, DirectCall.Trailers, DirectCall.Dispose, direct)
                : call;
        }
        finally
        {
            DirectCall.Withdraw(outer);
        }
    }

    private static CallOptions OnWire(CallOptions options) =>
        RequestWireHeaders.Of(options.Headers) is Metadata headers ? options.WithHeaders(headers) : options;
}
