namespace TypedMetadata;

/// <summary>Options for a server with <c>AddTypedMetadata()</c>.</summary>
public sealed class TypedMetadataServerOptions
{
    /// <summary>Gets or sets what happens to a request whose <c>grpc-timeout</c> is malformed. By default it fails with <c>INTERNAL</c>.</summary>
    public MalformedTimeoutPolicy MalformedTimeout { get; set; } = MalformedTimeoutPolicy.Reject;

    /// <summary>
    /// Gets or sets a value that indicates whether a rejection of a call that came as JSON (JSON transcoding) carries its <c>google.rpc.BadRequest</c> too. The default is false: an application
    /// whose <c>TypeRegistry</c> does not know that type would answer HTTP 500 in its place. Status and text are the same without it.
    /// </summary>
    public bool IncludeDetailsInJson { get; set; }

    /// <summary>
    /// Gets or sets the maximum size of the initial metadata and of the trailing metadata of a response, each, in bytes: key, value and 32 for each entry, as in
    /// PROTOCOL-HTTP2.md. The default is 32 KiB: at 64 KiB .NET's HTTP client closes the connection, with every other call on it. A write that exceeds the limit
    /// throws <c>TooLarge</c> and lists the largest keys; a raw trailer that exceeds it is left out.
    /// </summary>
    public int MaxResponseMetadataSize { get; set; } = 32 * 1024;
}
