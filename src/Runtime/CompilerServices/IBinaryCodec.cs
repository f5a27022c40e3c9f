using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.CompilerServices;

/// <summary>Represents a codec that converts a type to and from the value of a <c>-bin</c> key.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBinaryCodec<T> : IMetadataCodec
{
    /// <summary>Encodes a value, or returns null if the value has no wire form. The caller does not change the bytes.</summary>
    ReadOnlyMemory<byte>? Encode(T value);

#if NET
    /// <summary>Tries to encode a value into a span. Only codecs with <see cref="CodecTraits.UsesSpans"/> implement it.</summary>
    bool TryEncode(T value, Span<byte> destination, out int written)
    {
        written = 0;
        return false;
    }

    /// <summary>Tries to decode a value from a span. Only codecs with <see cref="CodecTraits.UsesSpans"/> implement it.</summary>
    bool TryDecode(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }
#endif

    /// <summary>Tries to decode a value from bytes. The codec may keep the array.</summary>
    bool TryDecode(byte[] bytes, [MaybeNullWhen(false)] out T value);
}
