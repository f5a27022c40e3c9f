namespace TypedMetadata;

/// <summary>What a channel with <c>UseTypedMetadata()</c> does beside what the specification demands.</summary>
public sealed class TypedMetadataClientOptions
{
    /// <summary>
    /// What the header block of a request may take at most, in bytes as the specification counts them: name, value and 32 for each field.
    /// A larger one fails its call with RESOURCE_EXHAUSTED before anything is sent, naming the largest keys. 32 KiB unless set, which is
    /// what Kestrel takes; many servers take 8 KiB.
    /// </summary>
    public int MaxRequestMetadataSize { get; set; } = 32 * 1024;

    /// <summary>
    /// Whether <c>call.GetPeerAsync()</c> can say which server a call went to. It returns the address that the call was sent to, and over TLS the certificate
    /// of that address's newest connection: HTTP/2 does not say which of several connections a call used. The address is
    /// known when the channel's is a number, or a load balancer resolves it (<c>dns:///name</c>); of a name in <c>https://name</c> Grpc.Net.Client
    /// does not tell what it became. Off unless set; needs a <see cref="SocketsHttpHandler"/>,
    /// whose <see cref="SocketsHttpHandler.PlaintextStreamFilter"/> it uses.
    /// </summary>
    public bool TrackPeer { get; set; }
}
