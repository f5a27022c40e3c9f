using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata.Testing;

/// <content>Creates the calls and captures what was sent with them.</content>
public sealed partial class TestClientCall<TRequest, TResponse>
{
    private readonly ConcurrentQueue<TRequest> _requests = [];
    private readonly ConcurrentQueue<TestClientStreamWriter<TRequest>> _streams = [];
    private CallOptions _options;

    /// <summary>
    /// Creates a call invoker for a generated client: <c>new Greeter.GreeterClient(call.CreateCallInvoker())</c>.
    /// </summary>
    /// <remarks>
    /// The invoker serves every method with the types <typeparamref name="TRequest"/> and <typeparamref name="TResponse"/>. A call to any other method throws
    /// <see cref="InvalidOperationException"/>.
    /// </remarks>
    /// <returns>The call invoker.</returns>
    public CallInvoker CreateCallInvoker() => new TestCallInvoker<TRequest, TResponse>(this);

    /// <summary>Gets the requests that were sent: first those of unary and server-streaming calls, in order, then those of request streams.</summary>
    /// <remarks>Requests of unary and server-streaming calls are captured only if the client was created with <see cref="CreateCallInvoker"/>.</remarks>
    public IReadOnlyList<TRequest> Requests => [.. _requests, .. _streams.SelectMany(stream => stream.Messages)];

    /// <summary>Gets a value that indicates whether the code under test completed every request stream.</summary>
    public bool AreRequestsCompleted => _streams.All(stream => stream.IsCompleted);

    /// <summary>Gets the options of the last call through <see cref="CreateCallInvoker"/>, such as its deadline and its cancellation token.</summary>
    public CallOptions Options => _options;

    /// <summary>Gets a copy of the request metadata of the last call through <see cref="CreateCallInvoker"/>. Read it with <c>call.RequestMetadata.Read&lt;CallerInfo&gt;()</c>.</summary>
    public Metadata RequestMetadata => [.. _options.Headers ?? []];

    /// <summary>Creates a unary call that returns the response message or fails.</summary>
    /// <remarks>The call has already ended. It does not detect code that reads the trailers before it awaits the response.</remarks>
    /// <returns>The call.</returns>
    /// <exception cref="InvalidOperationException">This instance has no failure and not exactly one response message.</exception>
    public AsyncUnaryCall<TResponse> CreateUnaryCall()
    {
        PreparedCall call = Start(oneMessage: true);
        return new(call.ResponseAsync(OneResponse()), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>Creates a client-streaming call that returns the response message or fails.</summary>
    /// <remarks>The call has already ended. To assert that the code under test completed the request stream, use <see cref="AreRequestsCompleted"/>.</remarks>
    /// <returns>The call.</returns>
    /// <exception cref="InvalidOperationException">This instance has no failure and not exactly one response message.</exception>
    public AsyncClientStreamingCall<TRequest, TResponse> CreateClientStreamingCall()
    {
        PreparedCall call = Start(oneMessage: true);
        return new(Requested(), call.ResponseAsync(OneResponse()), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>Creates a server-streaming call that returns the response messages and then ends or fails.</summary>
    /// <returns>The call.</returns>
    public AsyncServerStreamingCall<TResponse> CreateServerStreamingCall()
    {
        PreparedCall call = Start(oneMessage: false);
        return new(new PreparedStream<TResponse>(_responses, call), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>Creates a duplex-streaming call that returns the response messages and then ends or fails. The requests do not affect the responses.</summary>
    /// <returns>The call.</returns>
    public AsyncDuplexStreamingCall<TRequest, TResponse> CreateDuplexStreamingCall()
    {
        PreparedCall call = Start(oneMessage: false);
        return new(Requested(), new PreparedStream<TResponse>(_responses, call), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    internal void Note(CallOptions options) => _options = options;

    internal void Note(TRequest request) => _requests.Enqueue(request);

    private PreparedCall Start(bool oneMessage)
    {
        if (oneMessage && _failure is null && _responses.Length != 1)
        {
            throw new InvalidOperationException($"A unary or client-streaming call needs exactly one response message, but this TestClientCall has {_responses.Length}. Pass one message to the constructor, or call WithFailure.");
        }

        bool hasMessages = oneMessage ? _failure is null : _responses.Length != 0;
        return new PreparedCall(_initial, _trailing, _failure ?? Status.DefaultSuccess, endsInHeaders: !_hasInitial && !hasMessages);
    }

    private TResponse? OneResponse() => _responses.FirstOrDefault();

    private TestClientStreamWriter<TRequest> Requested()
    {
        TestClientStreamWriter<TRequest> stream = new();
        _streams.Enqueue(stream);
        return stream;
    }
}
