namespace TypedMetadata;

/// <summary>What to do when a key that holds one value comes with several different ones. Equal ones always count as one.</summary>
public enum DuplicatePolicy
{
    /// <summary>The read fails. A proxy may have joined an attacker's value to the real one.</summary>
    Reject,

    /// <summary>The first value counts, as with grpclib.</summary>
    First,

    /// <summary>The last value counts, as with grpc-java.</summary>
    Last,
}
