namespace TypedMetadata;

/// <summary>Specifies the kind of a <see cref="MetadataError"/>.</summary>
public enum MetadataErrorKind
{
    /// <summary>A required key is absent, or a required value is null when it is written.</summary>
    Missing,

    /// <summary>The text or base64 is not a value of the property's type.</summary>
    Malformed,

    /// <summary>A key that holds one value has several different values.</summary>
    Duplicate,

    /// <summary>An empty value cannot be written, because some servers, plain grpc-dotnet among them, drop empty header fields silently.</summary>
    Empty,

    /// <summary>The metadata is larger than its limit.</summary>
    TooLarge,

    /// <summary>A text value has a character outside 0x20 to 0x7E, or a space at either end.</summary>
    NotPrintableAscii,

    /// <summary>The value cannot be written, or the record's constructor, converter or <c>Validate</c> rejected it.</summary>
    Invalid,
}
