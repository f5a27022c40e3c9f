using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Answers the methods of a generated client with a <see cref="TestCall{TRequest, TResponse}"/>.</summary>
internal sealed class TestCallInvoker<TRequestMessage, TResponseMessage>(TestCall<TRequestMessage, TResponseMessage> answer) : CallInvoker
    where TRequestMessage : class
    where TResponseMessage : class
{
    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        AsyncUnaryCall(method, host, options, request).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        TestCall<TRequest, TResponse> call = Answer(method, options);
        call.Note(request);
        return call.Unary();
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        TestCall<TRequest, TResponse> call = Answer(method, options);
        call.Note(request);
        return call.ServerStreaming();
    }

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        Answer(method, options).ClientStreaming();

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        Answer(method, options).DuplexStreaming();

    private TestCall<TRequest, TResponse> Answer<TRequest, TResponse>(Method<TRequest, TResponse> method, CallOptions options)
        where TRequest : class
        where TResponse : class
    {
        if (answer is not TestCall<TRequest, TResponse> call)
        {
            throw new InvalidOperationException(
                $"{method.FullName} takes {typeof(TRequest).Name} and answers {typeof(TResponse).Name}: make a TestCall<{typeof(TRequest).Name}, {typeof(TResponse).Name}> to answer it.");
        }

        call.Note(options);
        return call;
    }
}
