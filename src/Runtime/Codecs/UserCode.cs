using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TypedMetadata.Generated;

namespace TypedMetadata.Codecs;

/// <summary>
/// Calls codecs. What a user's converter or parser throws may hold the value, so of its exception only the type's name is kept. Our own
/// codecs throw nothing and run outside the try block, which the JIT would not inline.
/// </summary>
internal static class UserCode
{
    internal static MetadataError? Parse<T, TCodec>(MetadataField key, string text, [MaybeNull] out T value)
        where TCodec : ITextCodec<T>
    {
        // Text as it is, by far the commonest: code that is shared among reference types does not see through its codec.
        if (typeof(TCodec) == typeof(StringText))
        {
            value = Unsafe.As<string, T>(ref text);
            return null;
        }

        if (!TCodec.RunsUserCode)
        {
            return Direct.Parse<T, TCodec>(key, text, out value);
        }

        try
        {
            return Direct.Parse<T, TCodec>(key, text, out value);
        }
        catch (Exception exception)
        {
            value = default;
            return FieldErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Decode<T, TCodec>(MetadataField key, byte[] bytes, [MaybeNull] out T value)
        where TCodec : IBinaryCodec<T>
    {
        if (!TCodec.RunsUserCode)
        {
            return Direct.Decode<T, TCodec>(key, bytes, out value);
        }

        try
        {
            return Direct.Decode<T, TCodec>(key, bytes, out value);
        }
        catch (Exception exception)
        {
            value = default;
            return FieldErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Format<T, TCodec>(MetadataField key, T value, out string text)
        where TCodec : ITextCodec<T>
    {
        if (!TCodec.RunsUserCode)
        {
            return Direct.Format<T, TCodec>(key, value, out text);
        }

        try
        {
            return Direct.Format<T, TCodec>(key, value, out text);
        }
        catch (Exception exception)
        {
            text = "";
            return FieldErrors.Threw(key.Key, exception);
        }
    }

    internal static MetadataError? Encode<T, TCodec>(MetadataField key, T value, out ReadOnlyMemory<byte> bytes)
        where TCodec : IBinaryCodec<T>
    {
        if (!TCodec.RunsUserCode)
        {
            return Direct.Encode<T, TCodec>(key, value, out bytes);
        }

        try
        {
            return Direct.Encode<T, TCodec>(key, value, out bytes);
        }
        catch (Exception exception)
        {
            bytes = default;
            return FieldErrors.Threw(key.Key, exception);
        }
    }

    private static class Direct
    {
        internal static MetadataError? Parse<T, TCodec>(MetadataField key, string text, [MaybeNull] out T value)
            where TCodec : ITextCodec<T> => TCodec.TryParse(text, out value) ? null : FieldErrors.Malformed(key.Key, TCodec.Expected);

        internal static MetadataError? Decode<T, TCodec>(MetadataField key, byte[] bytes, [MaybeNull] out T value)
            where TCodec : IBinaryCodec<T> => TCodec.TryDecode(bytes, out value) ? null : FieldErrors.Malformed(key.Key, TCodec.Expected);

        internal static MetadataError? Format<T, TCodec>(MetadataField key, T value, out string text)
            where TCodec : ITextCodec<T>
        {
            string? formatted = TCodec.Format(value);
            text = formatted ?? "";
            return formatted is null ? FieldErrors.NoWireForm(key.Key, TCodec.Expected) : null;
        }

        internal static MetadataError? Encode<T, TCodec>(MetadataField key, T value, out ReadOnlyMemory<byte> bytes)
            where TCodec : IBinaryCodec<T>
        {
            ReadOnlyMemory<byte>? encoded = TCodec.Encode(value);
            bytes = encoded.GetValueOrDefault();
            return encoded is null ? FieldErrors.NoWireForm(key.Key, TCodec.Expected) : null;
        }
    }
}
