namespace TypedMetadata;

/// <summary>Specifies how a key is read that holds one value but has several different ones. Equal values always count as one.</summary>
public enum DuplicatePolicy
{
    /// <summary>The read fails. This is the safe choice, because a proxy may have combined an attacker's value with the real one.</summary>
    Reject,

    /// <summary>Reads the first value, as grpclib does.</summary>
    First,

    /// <summary>Reads the last value, as grpc-java does.</summary>
    Last,
}
