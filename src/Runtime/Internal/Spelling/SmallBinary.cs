using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Encodes and decodes short base64 values on the stack, with codecs that use spans.</summary>
internal static class SmallBinary
{
    /// <summary>Tries to encode a value. It also returns false if the value is too large.</summary>
    [SkipLocalsInit]
    internal static bool TryEncode<T, TCodec>(T value, [NotNullWhen(true)] out string? text)
        where TCodec : struct, IBinaryCodec<T>
    {
        Span<byte> bytes = stackalloc byte[UnpaddedBase64.Small];
        bool isEncoded = default(TCodec).TryEncode(value, bytes, out int count) && count != 0;
        text = isEncoded ? UnpaddedBase64.Encode(bytes[..count]) : null;
        return isEncoded;
    }

    /// <summary>Tries to decode a value. It also returns false if the value is too large.</summary>
    [SkipLocalsInit]
    internal static bool TryDecode<T, TCodec>(string text, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IBinaryCodec<T>
    {
        Span<byte> bytes = stackalloc byte[UnpaddedBase64.Small];
        if (UnpaddedBase64.TryDecodeSmall(text, bytes, out int count))
        {
            return default(TCodec).TryDecode(bytes[..count], out value);
        }

        value = default;
        return false;
    }
}
