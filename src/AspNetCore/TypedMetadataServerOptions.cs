namespace TypedMetadata;

/// <summary>Represents the options of <c>AddTypedMetadata()</c> on a server.</summary>
public sealed class TypedMetadataServerOptions
{
    /// <summary>Gets or sets the policy for requests whose <c>grpc-timeout</c> header is malformed. The default is <see cref="MalformedTimeoutPolicy.Reject"/>.</summary>
    public MalformedTimeoutPolicy MalformedTimeout { get; set; } = MalformedTimeoutPolicy.Reject;

    /// <summary>
    /// Gets or sets a value that indicates whether the error response of a JSON-transcoded call includes the <c>google.rpc.BadRequest</c> details. The default is false.
    /// </summary>
    /// <remarks>
    /// If you set it, register <c>google.rpc.BadRequest</c> in the <c>TypeRegistry</c> of JSON transcoding. Without that, JSON transcoding responds with HTTP 500. The
    /// status code and its text do not depend on this option.
    /// </remarks>
    public bool IncludeDetailsInJson { get; set; }

    /// <summary>
    /// Gets or sets the maximum size of the initial metadata, and of the trailing metadata, of a response, in bytes. The default is 32 KiB. A larger write throws a
    /// <see cref="MetadataException"/> that lists the largest keys.
    /// </summary>
    /// <remarks>
    /// The size of an entry is the length of its key plus the length of its encoded value plus 32, as PROTOCOL-HTTP2.md of the gRPC specification counts it. A trailer that
    /// the application adds to <c>ResponseTrailers</c> or to an <c>RpcException</c> beyond the limit is not sent and is logged. At 64 KiB the HTTP client of .NET closes
    /// the connection, which also ends all other calls on it.
    /// </remarks>
    public int MaxResponseMetadataSize { get; set; } = 32 * 1024;
}
