using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Base64 of little that is read and written on the stack, by codecs that need no array.</summary>
internal static class SmallBinary
{
    /// <summary>Encodes a value that has bytes. False also for one that is too large.</summary>
    [SkipLocalsInit]
    internal static bool TryEncode<T, TCodec>(T value, [NotNullWhen(true)] out string? text)
        where TCodec : struct, IBinaryCodec<T>
    {
        Span<byte> bytes = stackalloc byte[UnpaddedBase64.Small];
        bool isEncoded = default(TCodec).TryEncode(value, bytes, out int count) && count != 0;
        text = isEncoded ? UnpaddedBase64.Encode(bytes[..count]) : null;
        return isEncoded;
    }

    /// <summary>Decodes a value. False also for one that is too large.</summary>
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
