using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata.Testing;

/// <content>The calls, and what was sent with them.</content>
public sealed partial class TestCall<TRequest, TResponse>
{
    private readonly ConcurrentQueue<TRequest> _requests = [];
    private readonly ConcurrentQueue<TestClientStreamWriter<TRequest>> _streams = [];
    private CallOptions _options;

    /// <summary>
    /// What to make a generated client of: <c>new Greeter.GreeterClient(call.Invoker)</c>. It answers every method whose messages have the types of this
    /// call's; a call of other messages throws.
    /// </summary>
    public CallInvoker Invoker => new TestCallInvoker<TRequest, TResponse>(this);

    /// <summary>The requests that were sent, in order: those of calls through <see cref="Invoker"/> that take one, then those that were streamed.</summary>
    public IReadOnlyList<TRequest> Requests => [.. _requests, .. _streams.SelectMany(stream => stream.Messages)];

    /// <summary>Whether every stream of requests was completed.</summary>
    public bool AreRequestsCompleted => _streams.All(stream => stream.IsCompleted);

    /// <summary>What the last call through <see cref="Invoker"/> was given: its deadline, its cancellation token.</summary>
    public CallOptions Options => _options;

    /// <summary>The request metadata of the last call through <see cref="Invoker"/>, a copy: <c>call.RequestMetadata.Read&lt;CallerInfo&gt;()</c>. Empty without any.</summary>
    public Metadata RequestMetadata => [.. _options.Headers ?? []];

    /// <summary>A unary call. It fails, or answers the one message. It has ended when it is handed over: that its response was awaited before its trailers were read, nobody checks.</summary>
    /// <exception cref="InvalidOperationException">There is not one message to answer.</exception>
    public AsyncUnaryCall<TResponse> Unary()
    {
        AnsweredCall call = Start(oneMessage: true);
        return new(call.ResponseAsync(OneResponse()), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>A client-streaming call. It fails, or answers the one message, and has ended when it is handed over: whether the requests were completed, <see cref="AreRequestsCompleted"/> says.</summary>
    /// <exception cref="InvalidOperationException">There is not one message to answer.</exception>
    public AsyncClientStreamingCall<TRequest, TResponse> ClientStreaming()
    {
        AnsweredCall call = Start(oneMessage: true);
        return new(Requested(), call.ResponseAsync(OneResponse()), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>A server-streaming call. It answers the messages, then fails or ends.</summary>
    public AsyncServerStreamingCall<TResponse> ServerStreaming()
    {
        AnsweredCall call = Start(oneMessage: false);
        return new(new AnsweredStream<TResponse>(_responses, call), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    /// <summary>A duplex call. It answers the messages, whatever is sent, then fails or ends.</summary>
    public AsyncDuplexStreamingCall<TRequest, TResponse> DuplexStreaming()
    {
        AnsweredCall call = Start(oneMessage: false);
        return new(Requested(), new AnsweredStream<TResponse>(_responses, call), _ => call.HeadersAsync(), _ => call.Status(), _ => call.Trailers(), _ => { }, this);
    }

    internal void Note(CallOptions options) => _options = options;

    internal void Note(TRequest request) => _requests.Enqueue(request);

    private AnsweredCall Start(bool oneMessage)
    {
        if (oneMessage && _failure is null && _responses.Length != 1)
        {
            throw new InvalidOperationException($"A unary or client-streaming call answers one message, and this one was given {_responses.Length}: give it one, or WithFailure.");
        }

        bool hasMessages = oneMessage ? _failure is null : _responses.Length != 0;
        return new AnsweredCall(_initial, _trailing, _failure ?? Status.DefaultSuccess, endsInHeaders: !_hasInitial && !hasMessages);
    }

    private TResponse? OneResponse() => _responses.FirstOrDefault();

    private TestClientStreamWriter<TRequest> Requested()
    {
        TestClientStreamWriter<TRequest> stream = new();
        _streams.Enqueue(stream);
        return stream;
    }
}
