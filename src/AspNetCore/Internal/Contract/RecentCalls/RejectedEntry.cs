namespace TypedMetadata;

/// <summary>A key that was rejected, and why.</summary>
/// <param name="Key">The key, if a record of the method declares it.</param>
/// <param name="Problem">What is wrong. The error's own message is not kept, since a record's own rule may put a value into it.</param>
internal readonly record struct RejectedEntry(string Key, string Problem)
{
    /// <summary>Describes an error.</summary>
    /// <param name="error">The error, whose key and message may be of the application.</param>
    /// <param name="declared">The key as a record of the method declares it, or null.</param>
    internal static RejectedEntry Of(MetadataError error, MetadataSchemaKey? declared) => new(
        declared?.Key ?? (error.Key.Length == 0 ? "(the record)" : "(a key that the method does not declare)"),
        error.Kind switch
        {
            MetadataErrorKind.Missing => "is missing",
            MetadataErrorKind.Malformed when declared is not null => $"is malformed: expected {declared.Expected}",
            MetadataErrorKind.Malformed => "is malformed",
            MetadataErrorKind.Duplicate => "has several different values",
            MetadataErrorKind.Empty => "is empty",
            MetadataErrorKind.TooLarge => "is too large",
            MetadataErrorKind.NotPrintableAscii => "contains characters that are not printable ASCII",
            MetadataErrorKind.Invalid => "was rejected by the application",
            _ => error.Kind.ToString(),
        });
}
