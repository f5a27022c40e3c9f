using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Specifies the traits of a codec.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum CodecTraits
{
    /// <summary>No traits.</summary>
    None = 0,

    /// <summary>Empty bytes are a valid value, as with protobuf messages. An absent key is read as that value.</summary>
    AllowsEmpty = 1,

    /// <summary>The text that the codec writes is never empty and contains only printable characters without commas and spaces, so it is not validated again.</summary>
    WritesPlainText = 2,

    /// <summary>The codec reads and writes spans, so no array is allocated.</summary>
    UsesSpans = 4,

    /// <summary>The codec allocates the bytes that it returns, so they are not copied.</summary>
    EncodesAnew = 8,

    /// <summary>The codec runs user code. Its exceptions are caught and reported with their type only, because their message may contain the value.</summary>
    RunsUserCode = 16,
}
