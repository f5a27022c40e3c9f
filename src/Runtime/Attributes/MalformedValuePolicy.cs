namespace TypedMetadata;

/// <summary>Specifies how a malformed value of an optional key is read.</summary>
public enum MalformedValuePolicy
{
    /// <summary>The read fails.</summary>
    Reject,

    /// <summary>The property has its default, as if the key were absent. The rest of the record is read, and the meter counts the value.</summary>
    UseDefault,
}
