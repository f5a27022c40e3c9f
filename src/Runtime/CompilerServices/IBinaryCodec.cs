using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.CompilerServices;

/// <summary>How a type is laid out on a <c>-bin</c> key.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBinaryCodec<T> : IMetadataCodec
{
    /// <summary>The bytes, or null when the value has none. The caller only reads them.</summary>
    ReadOnlyMemory<byte>? Encode(T value);

#if NET
    /// <summary>Writes the bytes, if they fit. Only of codecs that use spans.</summary>
    bool TryEncode(T value, Span<byte> destination, out int written)
    {
        written = 0;
        return false;
    }

    /// <summary>Reads bytes where they lie. Only of codecs that use spans.</summary>
    bool TryDecode(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }
#endif

    /// <summary>Takes bytes that nobody else holds.</summary>
    bool TryDecode(byte[] bytes, [MaybeNullWhen(false)] out T value);
}
