using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata.Testing;

/// <content>The calls, and what was sent with them.</content>
public sealed partial class TestClientCall<TRequest, TResponse>
{
    private readonly ConcurrentQueue<TRequest> _requests = [];
    private readonly ConcurrentQueue<TestClientStreamWriter<TRequest>> _streams = [];
    private CallOptions _options;

    /// <summary>
    /// What to make a generated client of: <c>new Greeter.GreeterClient(call.CreateCallInvoker())</c>. It serves every method whose messages have the types of this
    /// call's; a call of other messages throws.
    /// </summary>
    public CallInvoker CreateCallInvoker() => new TestCallInvoker<TRequest, TResponse>(this);

    /// <summary>The requests that were sent, in order: those of calls through <see cref="CreateCallInvoker"/> that take one, then those that were streamed.</summary>
    public IReadOnlyList<TRequest> Requests => [.. _requests, .. _streams.SelectMany(stream => stream.Messages)];

    /// <summary>Gets a value that indicates whether every stream of requests was completed.</summary>
    public bool AreRequestsCompleted => _streams.All(stream => stream.IsCompleted);

    /// <summary>What the last call through <see cref="CreateCallInvoker"/> was given: its deadline, its cancellation token.</summary>
    public CallOptions Options => _options;

    /// <summary>The request metadata of the last call through <see cref="CreateCallInvoker"/>, a copy: <c>call.RequestMetadata.Read&lt;CallerInfo&gt;()</c>. Empty without any.</summary>
    public Metadata RequestMetadata => [.. _options.Headers ?? []];

    /// <summary>A unary call. It fails, or returns the one message. It has ended when it is handed over: that its response was awaited before its trailers were read, nobody checks.</summary>
    /// <exception cref="InvalidOperationException">There is not one message to return.</exception>
    public AsyncUnaryCall<TResponse> CreateUnaryCall()
    {
        PreparedCall call = Start(oneMessage: true);
        return new(call.ResponseAsync(OneResponse()), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>A client-streaming call. It fails, or returns the one message, and has ended when it is handed over: whether the requests were completed, <see cref="AreRequestsCompleted"/> says.</summary>
    /// <exception cref="InvalidOperationException">There is not one message to return.</exception>
    public AsyncClientStreamingCall<TRequest, TResponse> CreateClientStreamingCall()
    {
        PreparedCall call = Start(oneMessage: true);
        return new(Requested(), call.ResponseAsync(OneResponse()), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>A server-streaming call. It returns the messages, then fails or ends.</summary>
    public AsyncServerStreamingCall<TResponse> CreateServerStreamingCall()
    {
        PreparedCall call = Start(oneMessage: false);
        return new(new PreparedStream<TResponse>(_responses, call), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>A duplex call. It returns the messages, whatever is sent, then fails or ends.</summary>
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
            throw new InvalidOperationException($"A unary or client-streaming call returns one message, and this one was given {_responses.Length}: give it one, or WithFailure.");
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
