using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Members of codecs that newer frameworks have as default members of their interfaces.</summary>
internal static class Codecs
{
    extension(IMetadataCodec codec)
    {
        internal string Unwritable => codec is IUnwritable own ? own.Unwritable : "expected " + codec.Expected;
    }

    extension<T>(IBinaryCodec<T> codec)
    {
        internal bool TryEncode(T value, Span<byte> destination, out int written)
        {
            ReadOnlyMemory<byte>? bytes = codec.Encode(value);
            written = bytes.GetValueOrDefault().Length;
            return bytes is { } encoded && encoded.Span.TryCopyTo(destination);
        }

        internal bool TryDecode(ReadOnlySpan<byte> bytes, out T value) => codec.TryDecode(bytes.ToArray(), out value!);
    }
}
