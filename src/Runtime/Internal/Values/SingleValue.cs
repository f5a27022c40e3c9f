using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Converts the single value of a key between its wire form and its type.</summary>
internal static class SingleValue
{
    internal static MetadataError? ReadText<T, TCodec>(KeyDescriptor key, WireValue wire, [MaybeNull] out T value)
        where TCodec : struct, ITextCodec<T>
    {
        if (ReadString(key, wire, out string text) is MetadataError error)
        {
            value = default;
            return error;
        }

        if (key.Scheme is string scheme && !SchemeText.TryRead(scheme, text, out text!))
        {
            value = default;
            return KeyErrors.Malformed(key.Key, key.Describe(default(TCodec).Expected));
        }

        return Parse<T, TCodec>(key, text, out value);
    }

    /// <summary>Reads the value of a text that is known to be printable.</summary>
    internal static MetadataError? Parse<T, TCodec>(KeyDescriptor key, string text, [MaybeNull] out T value)
        where TCodec : struct, ITextCodec<T>
    {
        // Strings are the most common type. Shared generics would look up their codec.
        if (typeof(TCodec) == typeof(StringText))
        {
            value = Unsafe.As<string, T>(ref text);
            return null;
        }

        return Codec.Has<TCodec>(CodecTraits.RunsUserCode) ? UserCode.Parse<T, TCodec>(key, text, out value)
            : default(TCodec).TryParse(text, out value) ? null
            : KeyErrors.Malformed(key.Key, default(TCodec).Expected);
    }

    /// <summary>Reads the value of bytes. The codec may keep the array.</summary>
    internal static MetadataError? Decode<T, TCodec>(KeyDescriptor key, byte[] bytes, [MaybeNull] out T value)
        where TCodec : struct, IBinaryCodec<T> =>
        Codec.Has<TCodec>(CodecTraits.RunsUserCode) ? UserCode.Decode<T, TCodec>(key, bytes, out value)
        : default(TCodec).TryDecode(bytes, out value) ? null
        : KeyErrors.Malformed(key.Key, default(TCodec).Expected);

    /// <summary>Encodes a value as bytes.</summary>
    internal static MetadataError? Encode<T, TCodec>(KeyDescriptor key, T value, out ReadOnlyMemory<byte> bytes)
        where TCodec : struct, IBinaryCodec<T>
    {
        MetadataError? error = null;
        ReadOnlyMemory<byte>? encoded;
        if (Codec.Has<TCodec>(CodecTraits.RunsUserCode))
        {
            error = UserCode.Encode<T, TCodec>(key, value, out encoded);
        }
        else
        {
            encoded = default(TCodec).Encode(value);
        }

        bytes = encoded.GetValueOrDefault();
        return error ?? (encoded is null ? KeyErrors.NoWireForm(key.Key, ((IMetadataCodec)default(TCodec)).Unwritable) : null);
    }

    private static MetadataError? ReadString(KeyDescriptor key, WireValue wire, out string text) =>
        !TrySingleText(key, wire, out text) ? KeyErrors.Duplicate(key.Key)
        : !TextRules.IsPrintableAscii(text) ? KeyErrors.NotPrintable(key.Key)
        : IsJoinedSecret(key, text) ? KeyErrors.JoinedSecret(key.Key)
        : null;

    internal static MetadataError? ReadBinary<T, TCodec>(KeyDescriptor key, WireValue wire, [MaybeNull] out T value)
        where TCodec : struct, IBinaryCodec<T>
    {
        if (BinaryItems.TrySingle(wire) is byte[] only)
        {
            return Decode<T, TCodec>(key, only, out value);
        }

        value = default;
        byte[]? single = null;
        foreach (byte[]? item in BinaryItems.Of(wire))
        {
            if (item is null)
            {
                return KeyErrors.NotBase64(key.Key);
            }

            if (single is not null && key.Duplicates == DuplicatePolicy.Reject && !single.AsSpan().SequenceEqual(item))
            {
                return KeyErrors.Duplicate(key.Key);
            }

            single = key.Duplicates == DuplicatePolicy.First ? single ?? item : item;
        }

        return Decode<T, TCodec>(key, single!, out value);
    }

    internal static MetadataError? WriteText<T, TCodec>(KeyDescriptor key, T value, out string text)
        where TCodec : struct, ITextCodec<T>
    {
        text = "";
        if (value is null)
        {
            return KeyErrors.NullWritten(key.Key);
        }

        MetadataError? error = null;
        string? formatted;
        if (Codec.Has<TCodec>(CodecTraits.RunsUserCode))
        {
            error = UserCode.Format<T, TCodec>(key, value, out formatted);
        }
        else
        {
            formatted = default(TCodec).Format(value);
        }

        error ??= formatted is null ? KeyErrors.NoWireForm(key.Key, ((IMetadataCodec)default(TCodec)).Unwritable)
            : Codec.Has<TCodec>(CodecTraits.WritesPlainText) ? null
            : CheckWritten(key, formatted);
        text = error is not null ? "" : key.Scheme is string scheme ? SchemeText.Write(scheme, formatted!) : formatted!;
        return error;
    }

    private static MetadataError? CheckWritten(KeyDescriptor key, string text) =>
        text.Length == 0 ? key is { AllowEmpty: true, Scheme: null } ? null : KeyErrors.EmptyWritten(key.Key)
        : !TextRules.IsPrintableAscii(text) ? KeyErrors.NotPrintable(key.Key)
        : TextRules.HasSpaceAtEitherEnd(text) ? KeyErrors.SpaceAtEitherEnd(key.Key)
        : IsJoinedSecret(key, text) ? KeyErrors.JoinedSecret(key.Key)
        : null;

    internal static MetadataError? WriteBinary<T, TCodec>(KeyDescriptor key, T value, out ReadOnlyMemory<byte> bytes)
        where TCodec : struct, IBinaryCodec<T>
    {
        bytes = default;
        if (value is null)
        {
            return KeyErrors.NullWritten(key.Key);
        }

        if (Encode<T, TCodec>(key, value, out bytes) is MetadataError error)
        {
            return error;
        }

        return bytes.IsEmpty && !key.IsNullable && !AllowsEmpty<TCodec>(key) ? KeyErrors.EmptyWritten(key.Key) : null;
    }

    /// <summary>Returns a value that indicates whether empty bytes are a valid value. An absent key is then read as that value.</summary>
    internal static bool AllowsEmpty<TCodec>(KeyDescriptor key)
        where TCodec : struct, IMetadataCodec => key.AllowEmpty || (Codec.Has<TCodec>(CodecTraits.AllowsEmpty) && !key.Required);

    // A proxy may have combined two header fields, and one of them may come from an attacker.
    private static bool IsJoinedSecret(KeyDescriptor key, string text) =>
        key is { Sensitive: true, AllowComma: false } && text.Contains(',');

    // Equal values count as one, because a proxy that retries may have sent a field twice.
    private static bool TrySingleText(KeyDescriptor key, WireValue wire, out string text)
    {
        if (wire.Several is not List<WireValue> several)
        {
            text = TextRules.Trim(wire.Text!);
            return true;
        }

        text = TextRules.Trim(several[key.Duplicates == DuplicatePolicy.Last ? ^1 : 0].Text!);
        if (key.Duplicates != DuplicatePolicy.Reject)
        {
            return true;
        }

        foreach (WireValue other in several)
        {
            if (TextRules.Trim(other.Text!) != text)
            {
                return false;
            }
        }

        return true;
    }
}
