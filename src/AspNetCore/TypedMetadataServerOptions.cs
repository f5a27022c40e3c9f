namespace TypedMetadata;

/// <summary>How a server treats what <c>AddTypedMetadata(options => …)</c> is about.</summary>
public sealed class TypedMetadataServerOptions
{
    /// <summary>Gets or sets what happens to a request whose <c>grpc-timeout</c> is malformed. By default it fails with <c>INTERNAL</c>.</summary>
    public MalformedTimeoutPolicy MalformedTimeout { get; set; } = MalformedTimeoutPolicy.Reject;

    /// <summary>
    /// What the initial metadata and what the trailing metadata of a response may take at most, each, in bytes as the specification counts them: name,
    /// value and 32 for each field. A larger write throws <c>TooLarge</c>, naming the largest keys; larger raw trailers are left out. 32 KiB
    /// unless set: at 64 KiB .NET's HTTP client closes the connection, with every other call on it.
    /// </summary>
    public int MaxResponseMetadataSize { get; set; } = 32 * 1024;
}
