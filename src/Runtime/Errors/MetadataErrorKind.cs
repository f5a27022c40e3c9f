namespace TypedMetadata;

/// <summary>The kinds of errors of metadata values.</summary>
public enum MetadataErrorKind
{
    /// <summary>A required key is absent, or null was to be written where a value is required.</summary>
    Missing,

    /// <summary>The text or the base64 of a value does not say a value of the property's type.</summary>
    Malformed,

    /// <summary>A key that holds one value came with several different ones.</summary>
    Duplicate,

    /// <summary>An empty value was to be written; some servers, plain grpc-dotnet among them, drop empty fields silently.</summary>
    Empty,

    /// <summary>The metadata is larger than its limit.</summary>
    TooLarge,

    /// <summary>A text value has a character outside 0x20 to 0x7E, or a space at either end.</summary>
    NotPrintableAscii,

    /// <summary>A value that has no wire form, or that the record's constructor rejected.</summary>
    Invalid,
}
