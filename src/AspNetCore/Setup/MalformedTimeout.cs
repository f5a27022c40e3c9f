namespace TypedMetadata;

/// <summary>What becomes of a request whose <c>grpc-timeout</c> is malformed.</summary>
public enum MalformedTimeout
{
    /// <summary>It is answered <c>INTERNAL</c>; its handler does not run.</summary>
    Refuse,

    /// <summary>It runs without a deadline, as if the header were not there.</summary>
    Ignore,
}
