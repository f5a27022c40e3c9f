namespace TypedMetadata;

/// <summary>Options for a channel with <c>UseTypedMetadata()</c>.</summary>
public sealed class TypedMetadataClientOptions
{
    /// <summary>
    /// Gets or sets the maximum size of the request headers, in bytes: name, value and 32 for each header, as in PROTOCOL-HTTP2.md. The default is 32 KiB, which is
    /// what Kestrel accepts. Many servers accept 8 KiB. A call that exceeds the limit fails with RESOURCE_EXHAUSTED before anything is sent; the message lists the
    /// largest keys.
    /// </summary>
    public int MaxRequestMetadataSize { get; set; } = 32 * 1024;

    /// <summary>
    /// Gets or sets a value that indicates whether <c>call.GetPeerAsync()</c> returns the server that a call was sent to. The default is false. It returns the address that the call was sent to, and over TLS the certificate
    /// of that address's newest connection: HTTP/2 does not say which of several connections a call used. The address is
    /// known when the channel's is a number, or a load balancer resolves it (<c>dns:///name</c>); of a name in <c>https://name</c> Grpc.Net.Client
    /// does not tell what it became. It needs a <see cref="SocketsHttpHandler"/>,
    /// whose <see cref="SocketsHttpHandler.PlaintextStreamFilter"/> it uses.
    /// </summary>
    public bool TrackPeer { get; set; }
}
