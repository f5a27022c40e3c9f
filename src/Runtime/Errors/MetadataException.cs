namespace TypedMetadata;

/// <summary>The exception that is thrown when metadata cannot be read or written. <see cref="Errors"/> has every error of the record. None contains a value.</summary>
public sealed class MetadataException : Exception
{
    /// <summary>Initializes a new instance of the errors of one record or key.</summary>
    /// <param name="subject">What could not be read or written, to start the message with.</param>
    /// <param name="position">Where the metadata was, or null for a <c>Metadata</c> of no known position.</param>
    /// <param name="errors">At least one error.</param>
    /// <param name="remedy">What the caller may do beside repairing each value: a sentence, or null.</param>
    internal MetadataException(string subject, MetadataPositions? position, IReadOnlyList<MetadataError> errors, string? remedy = null)
        : base(Describe(subject, errors, remedy))
    {
        Position = position;
        Errors = errors;
    }

    /// <summary>Gets the position of the metadata: request, initial or trailing; null for a <c>Metadata</c> of no known position.</summary>
    public MetadataPositions? Position { get; }

    /// <summary>Gets every error, in the order of the record's properties.</summary>
    public IReadOnlyList<MetadataError> Errors { get; }

    /// <summary>Gets what the server package knows of the call that is rejected with this exception; null elsewhere.</summary>
    internal object? Rejection { get; init; }

    private static string Describe(string subject, IReadOnlyList<MetadataError> errors, string? remedy)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return $"{subject}: {string.Join(" ", errors.Select(error => error.Message).Append(remedy).OfType<string>())}";
    }
}
