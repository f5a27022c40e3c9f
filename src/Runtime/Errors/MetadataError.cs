namespace TypedMetadata;

/// <summary>What is wrong with the value of one key. It never holds the value.</summary>
/// <param name="Key">The key, or the empty string when the record as a whole is rejected.</param>
/// <param name="Kind">What kind of error it is.</param>
/// <param name="Message">A sentence that names the key, the problem and, where there is one, the remedy.</param>
public sealed record MetadataError(string Key, MetadataErrorKind Kind, string Message)
{
    /// <summary>The key as its record declares it: of an entry of a dictionary the prefix, never a name that a caller chose. For metrics.</summary>
    public string DeclaredKey { get; init; } = Key;

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message;
}
