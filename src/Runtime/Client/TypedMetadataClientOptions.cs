namespace TypedMetadata;

/// <summary>Represents the options of <c>UseTypedMetadata()</c> on a channel.</summary>
public sealed class TypedMetadataClientOptions
{
    /// <summary>
    /// Gets or sets the maximum size of the request headers, in bytes. The default is 32 KiB. A larger call fails with RESOURCE_EXHAUSTED before anything is sent; the
    /// message lists the largest keys.
    /// </summary>
    /// <remarks>
    /// The size of a header is the length of its name plus the length of its value plus 32, as PROTOCOL-HTTP2.md of the gRPC specification counts it. Kestrel accepts 32 KiB.
    /// Many other servers accept 8 KiB.
    /// </remarks>
    public int MaxRequestMetadataSize { get; set; } = 32 * 1024;

    /// <summary>
    /// Gets or sets a value that indicates whether <c>call.GetPeerAsync()</c> returns the server that a call was sent to. The default is false.
    /// </summary>
    /// <remarks>
    /// With TLS, the certificate is that of the newest connection to the address, because HTTP/2 does not report which connection a call used. The address is known if the
    /// address of the channel is an IP address or is resolved by a load balancer (<c>dns:///name</c>). It is unknown for a host name such as <c>https://name</c>. The option
    /// requires a <see cref="SocketsHttpHandler"/> and sets its <see cref="SocketsHttpHandler.PlaintextStreamFilter"/>.
    /// </remarks>
    public bool TrackPeer { get; set; }
}
