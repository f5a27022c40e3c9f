namespace TypedMetadata;

/// <summary>Specifies how a malformed value of an optional key is read.</summary>
public enum MalformedValuePolicy
{
    /// <summary>The read fails.</summary>
    Reject,

    /// <summary>Reads the property's default, as if the key were absent. The meter <c>TypedMetadata</c> counts such values.</summary>
    UseDefault,
}
