using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Sends and receives the metadata of gRPC calls as the gRPC specification requires. <c>UseTypedMetadata()</c> adds it to a channel.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Requests: <c>-bin</c> values have no padding, and the values of a key are sent in one header field. A value that would close the connection fails only its own call.</item>
/// <item>Responses: <c>-bin</c> values that were joined with commas are split, and a value that is not base64 affects only its own key. Trailers-Only responses are detected.</item>
/// <item>Redirects are not followed.</item>
/// </list>
/// The handler stores its notes for the typed views with the response headers and never sends them: a response without a <c>date</c> header may receive one. If the handler is
/// not the outermost one of the channel (<c>AddHttpMessageHandler</c>), the header <c>x-typedmetadata</c> appears instead. Add it outside a <c>GrpcWebHandler</c>.
/// </remarks>
public sealed class TypedMetadataHandler : DelegatingHandler
{
    private readonly RequestSize _size;
    private readonly object _preparing = new();
    private volatile PeerTracking? _peers;
    private volatile bool _prepared;
    private GrpcChannelOptions? _channel;
    private bool _isShared;

    /// <summary>Initializes a new instance of the <see cref="TypedMetadataHandler"/> class without an inner handler, for example for <c>AddHttpMessageHandler</c>.</summary>
    public TypedMetadataHandler()
        : this(new TypedMetadataClientOptions())
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TypedMetadataHandler"/> class with options and without an inner handler.</summary>
    /// <param name="options">The options.</param>
    /// <param name="loggerFactory">The factory of the logger for warnings about large metadata, or null.</param>
    public TypedMetadataHandler(TypedMetadataClientOptions options, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _size = new RequestSize(options, (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<TypedMetadataHandler>());
    }

    /// <summary>Initializes a new instance of the <see cref="TypedMetadataHandler"/> class with an inner handler.</summary>
    /// <param name="innerHandler">The next handler towards the network.</param>
    public TypedMetadataHandler(HttpMessageHandler innerHandler)
        : this() => InnerHandler = innerHandler;

    internal TypedMetadataClientOptions Options { get; }

    // With a policy of retries or hedging the first attempt may not be the one that counts. Where the channel is not known, or is not one alone, it may have such a policy.
    private bool MayTakeDirectCalls => _channel is { ServiceConfig: null or { MethodConfigs.Count: 0 } } && !_isShared;

    private bool IsOutermost => ReferenceEquals(_channel?.HttpHandler, this);

    /// <summary>Notes the options of the channel that the handler is part of.</summary>
    internal void UseIn(GrpcChannelOptions options)
    {
        _isShared |= _channel is not null && !ReferenceEquals(_channel, options);
        _channel = options;
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Prepare(request);
        return Receive(request, base.Send(request, cancellationToken), direct: null);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!MayTakeDirectCalls || DirectCall.Take(request) is not DirectCall direct)
        {
            return SendAsync(request, direct: null, cancellationToken);
        }

        Task<HttpResponseMessage> sending = SendAsync(request, direct, cancellationToken);
        direct.Send(sending);
        return sending;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, DirectCall? direct, CancellationToken cancellationToken)
    {
        Prepare(request);
        return Receive(request, await base.SendAsync(request, cancellationToken).ConfigureAwait(false), direct);
    }

    // Trailers come with the end of the content, and Grpc.Net.Client looks at them right after it.
    private HttpResponseMessage Receive(HttpRequestMessage request, HttpResponseMessage response, DirectCall? direct)
    {
        bool hasStatus = ResponseRepair.Repair(response.Headers, out string[] malformed);
        ClientTracing.Receive(request, response.Headers);
        bool hasEnded = TrailersOnly.Is(response, hasStatus, out bool succeeded);
        Peer? peer = _peers is PeerTracking peers && request.RequestUri is Uri address ? peers.Of(address) : null;
        bool isOutermost = IsOutermost;
        ResponseNotes? notes = hasEnded || malformed.Length != 0 || peer is not null
            ? new ResponseNotes { HasEndedInHeaders = hasEnded, HasSucceeded = succeeded, MalformedKeys = malformed, Peer = peer }
            : null;
        ResponseNotes.Set(response.Headers, ResponseNotes.Carrier(isOutermost), notes);
        response.Content = new EndingContent(response, isOutermost);
        if (!hasEnded)
        {
            direct?.Receive(response);
        }

        return response;
    }

    private void Prepare(HttpRequestMessage request)
    {
        PrepareChain();
        int size = RequestFields.Prepare(request.Headers);
        ClientTracing.Begin(request);
        _size.Check(request, size + RequestBlock.SizeAroundHeaders(request));
    }

    /// <summary>Sets up the handler at the network end, which takes settings only before its first request.</summary>
    internal void PrepareChain()
    {
        if (_prepared)
        {
            return;
        }

        lock (_preparing)
        {
            if (!_prepared)
            {
                Redirects.Reject(InnerHandler);
                if (Options.TrackPeer)
                {
                    PeerTracking peers = new();
                    peers.Watch(InnerHandler);
                    _peers = peers;
                }

                _prepared = true;
            }
        }
    }
}
