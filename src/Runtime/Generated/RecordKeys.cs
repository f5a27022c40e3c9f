using System.ComponentModel;
using TypedMetadata.Keys;

namespace TypedMetadata.Generated;

/// <summary>What a record's nested <c>Keys</c> class is made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordKeys
{
    /// <summary>A text key whose name the analyzer has checked.</summary>
    public static MetadataKey<T> Text<T, TCodec>(MetadataField field)
        where TCodec : ITextCodec<T> => new TextKey<T, TCodec>(field);

    /// <summary>A binary key whose name the analyzer has checked.</summary>
    public static MetadataKey<T> Binary<T, TCodec>(MetadataField field)
        where TCodec : IBinaryCodec<T> => new BinaryKey<T, TCodec>(field);
}
