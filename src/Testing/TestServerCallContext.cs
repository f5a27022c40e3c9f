using System.ComponentModel;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Testing;

/// <summary>
/// A call to hand to a handler under test: <c>new TestServerCallContext().WithRequestMetadata(new CallerInfo(…))</c>. The typed methods of a server
/// do on it what they do on a server with <c>AddTypedMetadata()</c>, without one; what the handler wrote is in <see cref="InitialMetadata"/>,
/// <see cref="TrailingMetadata"/>, <see cref="ServerCallContext.Status"/> and <see cref="ServerCallContext.WriteOptions"/>.
/// </summary>
/// <remarks>
/// <c>context.GetHttpContext()</c> works too, so a test can set its <c>User</c>. What a handler finds in <see cref="ServerCallContext.UserState"/> a test puts
/// there. Nothing happens by itself: a deadline that passes cancels nothing, and an exception of the handler reaches the test as it is.
/// </remarks>
public sealed partial class TestServerCallContext : ServerCallContext
{
    private const string NotRequest =
        "This record is not request metadata, which is all that a client sends: add MetadataPositions.Request to its [GrpcMetadata].";

    private readonly TestHttpContext _http;

    /// <summary>Initializes a new instance of the <see cref="TestServerCallContext"/> class: a call without metadata, deadline and peer.</summary>
    public TestServerCallContext() => _http = new TestHttpContext(this);

    /// <summary>
    /// What the client gets with its response headers: what was written, what was added and waits, and what was sent the raw way. A copy each time;
    /// read it with <c>context.InitialMetadata.Read&lt;BeginInfo&gt;()</c>.
    /// </summary>
    public Metadata InitialMetadata => _http.InitialMetadata();

    /// <summary>
    /// Whether the response headers have gone out: by <c>WriteInitialMetadataAsync</c>, or with the first message of a <see cref="TestServerStreamWriter{T}"/>.
    /// What was only added is discarded if the handler fails before.
    /// </summary>
    public bool IsInitialMetadataSent => _http.Response.HasStarted;

    /// <summary>
    /// What the client gets with the status: what was set, and of <see cref="ServerCallContext.ResponseTrailers"/> what a server would send. A copy each time;
    /// read it with <c>context.TrailingMetadata.Read&lt;EndInfo&gt;()</c>. The trailers of an <see cref="RpcException"/> are in the exception.
    /// </summary>
    public Metadata TrailingMetadata => _http.TrailingMetadata(this);

    /// <summary>Gives the request a record. Its keys replace any that are there; records of other keys stay.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public TestServerCallContext WithRequestMetadata<T>(T metadata)
        where T : IRequestMetadata<T>
    {
        MetadataWriter writer = MetadataWriter.Headers(metadata, MetadataPositions.Request);
        WireFields.Write(in writer, _http.Request.Headers);
        _requestHeaders = null;
        return this;
    }

    /// <summary>
    /// Gives the request one more field, as it came: base64 on a <c>-bin</c> key, and nothing is checked, so that a test sees what its handler makes of a
    /// value that is malformed or comes twice.
    /// </summary>
    /// <param name="key">The key, as on the wire.</param>
    /// <param name="value">The value, as on the wire.</param>
    public TestServerCallContext WithRequestEntry(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        _http.Request.Headers.Append(key, value);
        _requestHeaders = null;
        return this;
    }

    /// <summary>Gives the call a deadline, on whatever clock the deadline counts. It has none unless it is given one.</summary>
    /// <param name="deadline">The deadline.</param>
    public TestServerCallContext WithDeadline(Deadline deadline)
    {
        _http.Deadline = deadline;
        return this;
    }

    /// <summary>Says who is at the other end of the connection. It is unknown unless it is said.</summary>
    /// <param name="peer">The peer, such as <c>Peer.FromEndPoint(new IPEndPoint(IPAddress.Loopback, 50051))</c>.</param>
    public TestServerCallContext WithPeer(Peer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        _http.Peer = peer;
        return this;
    }

    /// <summary>Names the called method; <c>/test.Service/Method</c> unless it is named.</summary>
    /// <param name="method">The method, as <c>/package.Service/Method</c>.</param>
    public TestServerCallContext WithMethod(string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        _http.Request.Path = method;
        return this;
    }

    /// <summary>Names the called host; <c>localhost</c> unless it is named.</summary>
    /// <param name="host">The host, with its port if it has one.</param>
    public TestServerCallContext WithHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        _http.Request.Host = new HostString(host);
        return this;
    }

    /// <summary>Gives the call the token by which a test cancels it.</summary>
    /// <param name="token">The token.</param>
    public TestServerCallContext WithCancellationToken(CancellationToken token)
    {
        _http.Aborted = token;
        return this;
    }

    /// <summary>Rejects a record of another position.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotRequest, error: true)]
    public TestServerCallContext WithRequestMetadata<T>(T metadata, WrongPosition? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotRequest);

    /// <summary>Sends the response headers, as a first message does.</summary>
    internal Task StartAsync() => _http.Response.StartAsync();
}
