namespace TypedMetadata;

/// <summary>Specifies what happens to a request whose <c>grpc-timeout</c> is malformed.</summary>
public enum MalformedTimeoutPolicy
{
    /// <summary>The call fails with <c>INTERNAL</c>; its handler does not run.</summary>
    Reject,

    /// <summary>It runs without a deadline, as if the header were not there.</summary>
    Ignore,
}
