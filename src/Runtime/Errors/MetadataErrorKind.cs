namespace TypedMetadata;

/// <summary>Specifies the kind of a <see cref="MetadataError"/>.</summary>
public enum MetadataErrorKind
{
    /// <summary>A required key is absent on reading, or its value is null on writing.</summary>
    Missing,

    /// <summary>The wire value is not base64, or cannot be parsed as the type of the property.</summary>
    Malformed,

    /// <summary>A key for a single value has several different values.</summary>
    Duplicate,

    /// <summary>An empty value was written. It is rejected because some servers, such as Kestrel, drop empty header fields.</summary>
    Empty,

    /// <summary>The metadata exceeds a size limit, or a list or a dictionary has too many items.</summary>
    TooLarge,

    /// <summary>A text value contains a character outside 0x20 to 0x7E, or starts or ends with a space.</summary>
    NotPrintableAscii,

    /// <summary>The value cannot be written, or the constructor, a converter or <c>Validate</c> of the record rejected it.</summary>
    Invalid,
}
