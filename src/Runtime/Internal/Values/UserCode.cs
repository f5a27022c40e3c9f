using System.Diagnostics.CodeAnalysis;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>
/// Calls codecs that run a user's converter or parser. The message of their exceptions may contain the value, so only the name of the type is kept. Our own codecs do not throw
/// and are called without a try block, which would prevent inlining.
/// </summary>
internal static class UserCode
{
    internal static MetadataError? Parse<T, TCodec>(KeyDescriptor key, string text, [MaybeNull] out T value)
        where TCodec : struct, ITextCodec<T>
    {
        try
        {
            return default(TCodec).TryParse(text, out value) ? null : KeyErrors.Malformed(key.Key, default(TCodec).Expected);
        }
        catch (Exception exception)
        {
            value = default;
            return KeyErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Decode<T, TCodec>(KeyDescriptor key, byte[] bytes, [MaybeNull] out T value)
        where TCodec : struct, IBinaryCodec<T>
    {
        try
        {
            return default(TCodec).TryDecode(bytes, out value) ? null : KeyErrors.Malformed(key.Key, default(TCodec).Expected);
        }
        catch (Exception exception)
        {
            value = default;
            return KeyErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Format<T, TCodec>(KeyDescriptor key, T value, out string? text)
        where TCodec : struct, ITextCodec<T>
    {
        text = null;
        try
        {
            text = default(TCodec).Format(value);
            return null;
        }
        catch (Exception exception)
        {
            return KeyErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Encode<T, TCodec>(KeyDescriptor key, T value, out ReadOnlyMemory<byte>? bytes)
        where TCodec : struct, IBinaryCodec<T>
    {
        bytes = null;
        try
        {
            bytes = default(TCodec).Encode(value);
            return null;
        }
        catch (Exception exception)
        {
            return KeyErrors.Threw(key.Key, exception);
        }
    }
}
