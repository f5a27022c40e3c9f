namespace TypedMetadata;

/// <summary>Represents the error of one key. It never contains the value.</summary>
/// <param name="Key">The key, or the empty string if the record as a whole is rejected.</param>
/// <param name="Kind">The kind of the error.</param>
/// <param name="Message">A message that names the key, the problem and, if there is one, the remedy.</param>
public sealed record MetadataError(string Key, MetadataErrorKind Kind, string Message)
{
    /// <summary>Gets the key as its record declares it. For an entry of a dictionary, it is the prefix, so that metrics never contain a name that a caller chose.</summary>
    public string DeclaredKey { get; init; } = Key;

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message;
}
