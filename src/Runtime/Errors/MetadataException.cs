namespace TypedMetadata;

/// <summary>The exception that is thrown when metadata cannot be read or written. <see cref="Errors"/> contains all errors of the record. The exception never contains a value.</summary>
public sealed class MetadataException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="MetadataException"/> class with the errors of one record or key.</summary>
    /// <param name="subject">The start of the message: the subject and the failed operation.</param>
    /// <param name="position">The position of the metadata, or null for a <c>Metadata</c> of unknown position.</param>
    /// <param name="errors">At least one error.</param>
    /// <param name="remedy">A sentence with a remedy for all errors, or null.</param>
    internal MetadataException(string subject, MetadataPositions? position, IReadOnlyList<MetadataError> errors, string? remedy = null)
        : base(Describe(subject, errors, remedy))
    {
        Position = position;
        Errors = errors;
    }

    /// <summary>Gets the position of the metadata, or null for a <c>Metadata</c> of unknown position.</summary>
    public MetadataPositions? Position { get; }

    /// <summary>Gets all errors, in the order of the record's properties.</summary>
    public IReadOnlyList<MetadataError> Errors { get; }

    /// <summary>Gets what the server package knows of the call that is rejected with this exception; null elsewhere.</summary>
    internal object? Rejection { get; init; }

    private static string Describe(string subject, IReadOnlyList<MetadataError> errors, string? remedy)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return $"{subject}: {string.Join(" ", errors.Select(error => error.Message).Append(remedy).OfType<string>())}";
    }
}
