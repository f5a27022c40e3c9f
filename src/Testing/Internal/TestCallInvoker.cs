using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Calls the methods of a generated client on a <see cref="TestClientCall{TRequest, TResponse}"/>.</summary>
internal sealed class TestCallInvoker<TRequestMessage, TResponseMessage>(TestClientCall<TRequestMessage, TResponseMessage> prepared) : CallInvoker
    where TRequestMessage : class
    where TResponseMessage : class
{
    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        AsyncUnaryCall(method, host, options, request).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        TestClientCall<TRequest, TResponse> call = Prepared(method, options);
        call.Note(request);
        return call.CreateUnaryCall();
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        TestClientCall<TRequest, TResponse> call = Prepared(method, options);
        call.Note(request);
        return call.CreateServerStreamingCall();
    }

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        Prepared(method, options).CreateClientStreamingCall();

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        Prepared(method, options).CreateDuplexStreamingCall();

    private TestClientCall<TRequest, TResponse> Prepared<TRequest, TResponse>(Method<TRequest, TResponse> method, CallOptions options)
        where TRequest : class
        where TResponse : class
    {
        if (prepared is not TestClientCall<TRequest, TResponse> call)
        {
            throw new InvalidOperationException(
                $"'{method.FullName}' takes {typeof(TRequest).Name} and returns {typeof(TResponse).Name}, which this TestClientCall does not. Create a TestClientCall<{typeof(TRequest).Name}, {typeof(TResponse).Name}> for it.");
        }

        call.Note(options);
        return call;
    }
}
