using System.ComponentModel;
using TypedMetadata.Keys;

namespace TypedMetadata.Generated;

/// <summary>What a record's nested <c>Keys</c> class is made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordKeys
{
    /// <summary>A text key whose name the analyzer has checked.</summary>
    public static MetadataKey<T> Text<T, TCodec>(string key, bool sensitive = false)
        where TCodec : ITextCodec<T> => new TextKey<T, TCodec>(key, sensitive);

    /// <summary>A binary key whose name the analyzer has checked.</summary>
    public static MetadataKey<T> Binary<T, TCodec>(string key, bool sensitive = false)
        where TCodec : IBinaryCodec<T> => new BinaryKey<T, TCodec>(key, sensitive);
}
