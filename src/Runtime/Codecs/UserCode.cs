using System.Diagnostics.CodeAnalysis;
using TypedMetadata.Generated;

namespace TypedMetadata.Codecs;

/// <summary>
/// Calls codecs. What a user's converter or parser throws may hold the value, so of its exception only the type's name is kept.
/// </summary>
internal static class UserCode
{
    internal static MetadataError? Parse<T, TCodec>(MetadataField key, string text, [MaybeNull] out T value)
        where TCodec : ITextCodec<T>
    {
        try
        {
            return TCodec.TryParse(text, out value) ? null : FieldErrors.Malformed(key.Key, TCodec.Expected);
        }
        catch (Exception exception) when (TCodec.RunsUserCode)
        {
            value = default;
            return FieldErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Decode<T, TCodec>(MetadataField key, byte[] bytes, [MaybeNull] out T value)
        where TCodec : IBinaryCodec<T>
    {
        try
        {
            return TCodec.TryDecode(bytes, out value) ? null : FieldErrors.Malformed(key.Key, TCodec.Expected);
        }
        catch (Exception exception) when (TCodec.RunsUserCode)
        {
            value = default;
            return FieldErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Format<T, TCodec>(MetadataField key, T value, out string text)
        where TCodec : ITextCodec<T>
    {
        text = "";
        try
        {
            if (TCodec.Format(value) is string formatted)
            {
                text = formatted;
                return null;
            }

            return FieldErrors.NoWireForm(key.Key, TCodec.Expected);
        }
        catch (Exception exception) when (TCodec.RunsUserCode)
        {
            return FieldErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Encode<T, TCodec>(MetadataField key, T value, out ReadOnlyMemory<byte> bytes)
        where TCodec : IBinaryCodec<T>
    {
        bytes = default;
        try
        {
            if (TCodec.Encode(value) is ReadOnlyMemory<byte> encoded)
            {
                bytes = encoded;
                return null;
            }

            return FieldErrors.NoWireForm(key.Key, TCodec.Expected);
        }
        catch (Exception exception) when (TCodec.RunsUserCode)
        {
            return FieldErrors.Threw(key.Key, exception);
        }
    }
}
