namespace TypedMetadata;

/// <summary>Specifies how several different values of a key that holds one value are read. Equal values always count as one.</summary>
public enum DuplicatePolicy
{
    /// <summary>The read fails, since a proxy may have joined an attacker's value to the real one.</summary>
    Reject,

    /// <summary>The first value is read, as in grpclib.</summary>
    First,

    /// <summary>The last value is read, as in grpc-java.</summary>
    Last,
}
