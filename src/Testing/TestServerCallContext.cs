using System.ComponentModel;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Testing;

/// <summary>
/// Represents a server call for unit tests of handlers. It provides request metadata to the handler and captures the metadata that the handler writes.
/// </summary>
/// <remarks>
/// <para>
/// The typed extension methods behave as on a server with <c>AddTypedMetadata()</c>. <c>context.GetHttpContext()</c> works too, so that a test can set the <c>User</c>.
/// Put what the handler expects in <see cref="ServerCallContext.UserState"/> there yourself.
/// </para>
/// <para>A deadline that passes does not cancel the call. An exception of the handler reaches the test unchanged.</para>
/// </remarks>
/// <example><c>new TestServerCallContext().WithRequestMetadata(new CallerInfo(…))</c></example>
public sealed partial class TestServerCallContext : ServerCallContext
{
    private const string NotRequest =
        "This record is not request metadata, so a client cannot send it. Add MetadataPositions.Request to its [GrpcMetadata].";

    private readonly TestHttpContext _http;

    /// <summary>Initializes a new instance of the <see cref="TestServerCallContext"/> class without metadata, without a deadline and with an unknown peer.</summary>
    public TestServerCallContext() => _http = new TestHttpContext(this);

    /// <summary>
    /// Gets a copy of the initial metadata that the handler wrote or added. Read it with <c>context.InitialMetadata.Read&lt;BeginInfo&gt;()</c>.
    /// </summary>
    /// <remarks>It includes entries of <c>WriteResponseHeadersAsync</c> and records that were added but not sent yet.</remarks>
    public Metadata InitialMetadata => _http.InitialMetadata();

    /// <summary>
    /// Gets a value that indicates whether the response headers have been sent, by <c>WriteInitialMetadataAsync</c> or with the first message of a
    /// <see cref="TestServerStreamWriter{T}"/>.
    /// </summary>
    /// <remarks>If it is false when the handler fails, a server discards the initial metadata that was added.</remarks>
    public bool IsInitialMetadataSent => _http.Response.HasStarted;

    /// <summary>
    /// Gets a copy of the trailing metadata that the handler set. Read it with <c>context.TrailingMetadata.Read&lt;EndInfo&gt;()</c>.
    /// </summary>
    /// <remarks>
    /// It includes the entries of <see cref="ServerCallContext.ResponseTrailers"/> that a server would send. If the handler throws an <see cref="RpcException"/>, read
    /// the trailers of the exception too.
    /// </remarks>
    public Metadata TrailingMetadata => _http.TrailingMetadata(this);

    /// <summary>Adds a record to the request metadata. Its keys replace earlier entries with the same keys.</summary>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="metadata">The record.</param>
    /// <returns>The same instance.</returns>
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
    /// Adds an entry to the request metadata in its wire form, so that a test can send malformed or repeated values. Values of <c>-bin</c> keys are base64.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value in its wire form. It is not validated.</param>
    /// <returns>The same instance.</returns>
    public TestServerCallContext WithRequestEntry(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        _http.Request.Headers.Append(key, value);
        _requestHeaders = null;
        return this;
    }

    /// <summary>Sets the deadline of the call. The default is <see cref="Deadline.Infinite"/>.</summary>
    /// <param name="deadline">The deadline. It keeps its own <see cref="TimeProvider"/>.</param>
    /// <returns>The same instance.</returns>
    public TestServerCallContext WithDeadline(Deadline deadline)
    {
        _http.Deadline = deadline;
        return this;
    }

    /// <summary>Sets the peer of the call. The default is a peer of kind <see cref="PeerKind.Unknown"/>.</summary>
    /// <param name="peer">The peer, such as <c>Peer.FromEndPoint(new IPEndPoint(IPAddress.Loopback, 50051))</c>.</param>
    /// <returns>The same instance.</returns>
    public TestServerCallContext WithPeer(Peer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        _http.Peer = peer;
        return this;
    }

    /// <summary>Sets the full name of the method. The default is <c>/test.Service/Method</c>.</summary>
    /// <param name="method">The full name, in the form <c>/package.Service/Method</c>.</param>
    /// <returns>The same instance.</returns>
    public TestServerCallContext WithMethod(string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        _http.Request.Path = method;
        return this;
    }

    /// <summary>Sets the host of the call. The default is <c>localhost</c>.</summary>
    /// <param name="host">The host, with an optional port.</param>
    /// <returns>The same instance.</returns>
    public TestServerCallContext WithHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        _http.Request.Host = new HostString(host);
        return this;
    }

    /// <summary>Sets the cancellation token of the call.</summary>
    /// <param name="token">The token. Cancel it to simulate a client that cancels the call.</param>
    /// <returns>The same instance.</returns>
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
