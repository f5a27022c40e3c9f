namespace TypedMetadata;

/// <summary>Specifies how a server treats a request whose <c>grpc-timeout</c> header is malformed.</summary>
public enum MalformedTimeoutPolicy
{
    /// <summary>Rejects the call with <c>INTERNAL</c>. The handler does not run.</summary>
    Reject,

    /// <summary>Ignores the header. The call has no deadline.</summary>
    Ignore,
}
