namespace TypedMetadata;

/// <summary>Metadata could not be read or written. Every error of the record is in <see cref="Errors"/>; no value is in any of them.</summary>
public class MetadataException : Exception
{
    /// <summary>Makes an exception of the errors of one record or key.</summary>
    /// <param name="subject">What could not be read or written, to start the message with.</param>
    /// <param name="direction">Where the metadata was, or null for a <c>Metadata</c> of no known direction.</param>
    /// <param name="errors">At least one error.</param>
    public MetadataException(string subject, MetadataDirections? direction, IReadOnlyList<MetadataError> errors)
        : base(Describe(subject, errors))
    {
        Direction = direction;
        Errors = errors;
    }

    /// <summary>Where the metadata was: request, initial or trailing; null for a <c>Metadata</c> of no known direction.</summary>
    public MetadataDirections? Direction { get; }

    /// <summary>Every error, in the order of the record's properties.</summary>
    public IReadOnlyList<MetadataError> Errors { get; }

    private static string Describe(string subject, IReadOnlyList<MetadataError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return $"{subject}: {string.Join(" ", errors.Select(error => error.Message))}";
    }
}
