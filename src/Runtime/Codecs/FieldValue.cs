using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Grpc.Core;
using TypedMetadata.Generated;

namespace TypedMetadata.Codecs;

/// <summary>One key's value, from its fields to the type and back. A field is a string, bytes, or a list of either.</summary>
internal static class FieldValue
{
    internal static MetadataError? ReadText<T, TCodec>(MetadataField key, object field, [MaybeNull] out T value)
        where TCodec : ITextCodec<T>
    {
        if (ReadString(key, field, out string text) is MetadataError error)
        {
            value = default;
            return error;
        }

        return Parse<T, TCodec>(key, text, out value);
    }

    /// <summary>The value of text that is known to be printable.</summary>
    internal static MetadataError? Parse<T, TCodec>(MetadataField key, string text, [MaybeNull] out T value)
        where TCodec : ITextCodec<T>
    {
        // Text as it is, by far the commonest: code that is shared among reference types does not see through its codec.
        if (typeof(TCodec) == typeof(StringText))
        {
            value = Unsafe.As<string, T>(ref text);
            return null;
        }

        return UserCode.Parse<T, TCodec>(key, text, out value);
    }

    private static MetadataError? ReadString(MetadataField key, object field, out string text) =>
        !TrySingleText(key, field, out text) ? FieldErrors.Duplicate(key.Key)
        : !TextRules.IsPrintableAscii(text) ? FieldErrors.NotPrintable(key.Key)
        : IsJoinedSecret(key, text) ? FieldErrors.JoinedSecret(key.Key)
        : null;

    internal static MetadataError? ReadBinary<T, TCodec>(MetadataField key, object field, [MaybeNull] out T value)
        where TCodec : IBinaryCodec<T>
    {
        if (BinaryItems.TrySingle(field) is byte[] only)
        {
            return UserCode.Decode<T, TCodec>(key, only, out value);
        }

        value = default;
        byte[]? single = null;
        foreach (byte[]? item in BinaryItems.Of(field))
        {
            if (item is null)
            {
                return FieldErrors.NotBase64(key.Key);
            }

            if (single is not null && key.Duplicates == DuplicatePolicy.Reject && !single.AsSpan().SequenceEqual(item))
            {
                return FieldErrors.Duplicate(key.Key);
            }

            single = key.Duplicates == DuplicatePolicy.First ? single ?? item : item;
        }

        return UserCode.Decode<T, TCodec>(key, single!, out value);
    }

    internal static MetadataError? WriteText<T, TCodec>(MetadataField key, T value, out string text)
        where TCodec : ITextCodec<T>
    {
        text = "";
        if (value is null)
        {
            return FieldErrors.NullWritten(key.Key);
        }

        if (typeof(TCodec) == typeof(StringText))
        {
            text = Unsafe.As<T, string>(ref value);
            return CheckWritten(key, text);
        }

        return UserCode.Format<T, TCodec>(key, value, out text) ?? (TCodec.WritesPlainText ? null : CheckWritten(key, text));
    }

    private static MetadataError? CheckWritten(MetadataField key, string text) =>
        text.Length == 0 ? key.AllowEmpty == true ? null : FieldErrors.EmptyWritten(key.Key)
        : !TextRules.IsPrintableAscii(text) ? FieldErrors.NotPrintable(key.Key)
        : TextRules.HasSpaceAtEitherEnd(text) ? FieldErrors.SpaceAtEitherEnd(key.Key)
        : IsJoinedSecret(key, text) ? FieldErrors.JoinedSecret(key.Key)
        : null;

    internal static MetadataError? WriteBinary<T, TCodec>(MetadataField key, T value, out ReadOnlyMemory<byte> bytes)
        where TCodec : IBinaryCodec<T>
    {
        bytes = default;
        if (value is null)
        {
            return FieldErrors.NullWritten(key.Key);
        }

        if (UserCode.Encode<T, TCodec>(key, value, out bytes) is MetadataError error)
        {
            return error;
        }

        return bytes.IsEmpty && !(key.AllowEmpty ?? TCodec.AllowsEmpty) ? FieldErrors.EmptyWritten(key.Key) : null;
    }

    /// <summary>An entry of bytes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isOwned">Whether nobody else holds them, so that the entry may keep the array.</param>
    internal static Metadata.Entry Entry(string key, ReadOnlyMemory<byte> bytes, bool isOwned = false) =>
        UncheckedEntry.Bytes(
            key, isOwned && MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array) && array.Array!.Length == bytes.Length ? array.Array : bytes.ToArray());

    /// <summary>What an entry holds, in the form that the readers take.</summary>
    internal static object Of(Metadata.Entry entry) => entry.IsBinary ? entry.ValueBytes : entry.Value;

    // A proxy may have joined two fields before we look, and one of them may be an attacker's.
    private static bool IsJoinedSecret(MetadataField key, string text) =>
        key is { Sensitive: true, AllowComma: false } && text.Contains(',');

    // Equal values count as one: a retrying proxy may have sent a field twice.
    private static bool TrySingleText(MetadataField key, object field, out string text)
    {
        if (field is not List<object> several)
        {
            text = TextRules.Trim((string)field);
            return true;
        }

        text = TextRules.Trim((string)several[key.Duplicates == DuplicatePolicy.Last ? ^1 : 0]);
        if (key.Duplicates != DuplicatePolicy.Reject)
        {
            return true;
        }

        foreach (object other in several)
        {
            if (TextRules.Trim((string)other) != text)
            {
                return false;
            }
        }

        return true;
    }
}
