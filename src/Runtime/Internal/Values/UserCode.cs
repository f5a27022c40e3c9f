using System.Diagnostics.CodeAnalysis;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>
/// Calls codecs. What a user's converter or parser throws may hold the value, so of its exception only the type's name is kept. Our own
/// codecs throw nothing and are called without a try block, which would keep the JIT from inlining.
/// </summary>
internal static class UserCode
{
    internal static MetadataError? Parse<T, TCodec>(KeyDescriptor key, string text, [MaybeNull] out T value)
        where TCodec : struct, ITextCodec<T> =>
        Codec.Has<TCodec>(CodecTraits.RunsUserCode) ? Caught.Parse<T, TCodec>(key, text, out value) : Direct.Parse<T, TCodec>(key, text, out value);

    internal static MetadataError? Decode<T, TCodec>(KeyDescriptor key, byte[] bytes, [MaybeNull] out T value)
        where TCodec : struct, IBinaryCodec<T> =>
        Codec.Has<TCodec>(CodecTraits.RunsUserCode) ? Caught.Decode<T, TCodec>(key, bytes, out value) : Direct.Decode<T, TCodec>(key, bytes, out value);

    internal static MetadataError? Format<T, TCodec>(KeyDescriptor key, T value, out string text)
        where TCodec : struct, ITextCodec<T> =>
        Codec.Has<TCodec>(CodecTraits.RunsUserCode) ? Caught.Format<T, TCodec>(key, value, out text) : Direct.Format<T, TCodec>(key, value, out text);

    internal static MetadataError? Encode<T, TCodec>(KeyDescriptor key, T value, out ReadOnlyMemory<byte> bytes)
        where TCodec : struct, IBinaryCodec<T> =>
        Codec.Has<TCodec>(CodecTraits.RunsUserCode) ? Caught.Encode<T, TCodec>(key, value, out bytes) : Direct.Encode<T, TCodec>(key, value, out bytes);

    private static class Direct
    {
        internal static MetadataError? Parse<T, TCodec>(KeyDescriptor key, string text, [MaybeNull] out T value)
            where TCodec : struct, ITextCodec<T> => default(TCodec).TryParse(text, out value) ? null : KeyErrors.Malformed(key.Key, default(TCodec).Expected);

        internal static MetadataError? Decode<T, TCodec>(KeyDescriptor key, byte[] bytes, [MaybeNull] out T value)
            where TCodec : struct, IBinaryCodec<T> => default(TCodec).TryDecode(bytes, out value) ? null : KeyErrors.Malformed(key.Key, default(TCodec).Expected);

        internal static MetadataError? Format<T, TCodec>(KeyDescriptor key, T value, out string text)
            where TCodec : struct, ITextCodec<T>
        {
            string? formatted = default(TCodec).Format(value);
            text = formatted ?? "";
            return formatted is null ? KeyErrors.NoWireForm(key.Key, default(TCodec).Expected) : null;
        }

        internal static MetadataError? Encode<T, TCodec>(KeyDescriptor key, T value, out ReadOnlyMemory<byte> bytes)
            where TCodec : struct, IBinaryCodec<T>
        {
            ReadOnlyMemory<byte>? encoded = default(TCodec).Encode(value);
            bytes = encoded.GetValueOrDefault();
            return encoded is null ? KeyErrors.NoWireForm(key.Key, default(TCodec).Expected) : null;
        }
    }

    private static class Caught
    {
        internal static MetadataError? Parse<T, TCodec>(KeyDescriptor key, string text, [MaybeNull] out T value)
            where TCodec : struct, ITextCodec<T>
        {
            try
            {
                return Direct.Parse<T, TCodec>(key, text, out value);
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
                return Direct.Decode<T, TCodec>(key, bytes, out value);
            }
            catch (Exception exception)
            {
                value = default;
                return KeyErrors.Threw(key.Key, exception);
            }
        }

        internal static MetadataError? Format<T, TCodec>(KeyDescriptor key, T value, out string text)
            where TCodec : struct, ITextCodec<T>
        {
            try
            {
                return Direct.Format<T, TCodec>(key, value, out text);
            }
            catch (Exception exception)
            {
                text = "";
                return KeyErrors.Threw(key.Key, exception);
            }
        }

        internal static MetadataError? Encode<T, TCodec>(KeyDescriptor key, T value, out ReadOnlyMemory<byte> bytes)
            where TCodec : struct, IBinaryCodec<T>
        {
            try
            {
                return Direct.Encode<T, TCodec>(key, value, out bytes);
            }
            catch (Exception exception)
            {
                bytes = default;
                return KeyErrors.Threw(key.Key, exception);
            }
        }
    }
}
