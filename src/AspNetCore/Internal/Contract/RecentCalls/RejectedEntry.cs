namespace TypedMetadata;

/// <summary>An invalid key and its problem, for the live view.</summary>
/// <param name="Key">The key, if a record of the method declares it.</param>
/// <param name="Problem">The problem. The message of the error is not stored, because <c>Validate</c> of a record may add a value to it.</param>
internal readonly record struct RejectedEntry(string Key, string Problem)
{
    /// <summary>Describes an error.</summary>
    /// <param name="error">The error. Its key and message may come from the application.</param>
    /// <param name="declared">The key that a record of the method declares, or null.</param>
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
