namespace TypedMetadata;

/// <summary>How a server treats what <c>AddTypedMetadata(options => …)</c> is about.</summary>
public sealed class TypedMetadataServerOptions
{
    /// <summary>What becomes of a request whose <c>grpc-timeout</c> is malformed. By default it is answered <c>INTERNAL</c>.</summary>
    public MalformedTimeout MalformedTimeout { get; set; } = MalformedTimeout.Refuse;
}
