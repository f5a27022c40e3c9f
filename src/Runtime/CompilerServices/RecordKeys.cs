using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>What a record's nested <c>Keys</c> class is made of, and how its other keys are found.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordKeys
{
    /// <summary>A text key whose name the analyzer has checked.</summary>
    public static MetadataKey<T> Text<T, TCodec>(KeyDescriptor key)
        where TCodec : ITextCodec<T> => new TextKey<T, TCodec>(key);

    /// <summary>A binary key whose name the analyzer has checked.</summary>
    public static MetadataKey<T> Binary<T, TCodec>(KeyDescriptor key)
        where TCodec : IBinaryCodec<T> => new BinaryKey<T, TCodec>(key);

    /// <summary>The slot of a key that is not the record's own: one of a record inside it, or of a prefix. -1 when it is neither.</summary>
    public static int SlotOf<T>(string key)
        where T : IGrpcMetadata<T> => T.Layout.SlotOf(key);
}
