using System.Diagnostics.CodeAnalysis;
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
        value = default;
        if (!TrySingleText(field, out string text))
        {
            return FieldErrors.Duplicate(key.Key);
        }

        if (!TextRules.IsPrintableAscii(text))
        {
            return FieldErrors.NotPrintable(key.Key);
        }

        if (key.Sensitive && text.Contains(','))
        {
            return FieldErrors.JoinedSecret(key.Key);
        }

        return TCodec.TryParse(text, out value) ? null : FieldErrors.Malformed(key.Key, TCodec.Expected);
    }

    internal static MetadataError? ReadBinary<T, TCodec>(MetadataField key, object field, [MaybeNull] out T value)
        where TCodec : IBinaryCodec<T>
    {
        value = default;
        byte[]? single = null;
        foreach (byte[]? item in BinaryItems.Of(field))
        {
            if (item is null)
            {
                return FieldErrors.NotBase64(key.Key);
            }

            if (single is not null && !single.AsSpan().SequenceEqual(item))
            {
                return FieldErrors.Duplicate(key.Key);
            }

            single = item;
        }

        return TCodec.TryDecode(single!, out value) ? null : FieldErrors.Malformed(key.Key, TCodec.Expected);
    }

    internal static MetadataError? WriteText<T, TCodec>(MetadataField key, T value, out string text)
        where TCodec : ITextCodec<T>
    {
        text = "";
        if (value is null)
        {
            return FieldErrors.NullWritten(key.Key);
        }

        if (TCodec.Format(value) is not string formatted)
        {
            return FieldErrors.NoWireForm(key.Key, TCodec.Expected);
        }

        text = formatted;
        return text.Length == 0 ? FieldErrors.EmptyWritten(key.Key)
            : !TextRules.IsPrintableAscii(text) ? FieldErrors.NotPrintable(key.Key)
            : TextRules.HasSpaceAtEitherEnd(text) ? FieldErrors.SpaceAtEitherEnd(key.Key)
            : key.Sensitive && text.Contains(',') ? FieldErrors.JoinedSecret(key.Key)
            : null;
    }

    internal static MetadataError? WriteBinary<T, TCodec>(MetadataField key, T value, out ReadOnlyMemory<byte> bytes)
        where TCodec : IBinaryCodec<T>
    {
        bytes = default;
        if (value is null)
        {
            return FieldErrors.NullWritten(key.Key);
        }

        if (TCodec.Encode(value) is not ReadOnlyMemory<byte> encoded)
        {
            return FieldErrors.NoWireForm(key.Key, TCodec.Expected);
        }

        bytes = encoded;
        return bytes.IsEmpty && !TCodec.AllowsEmpty ? FieldErrors.EmptyWritten(key.Key) : null;
    }

    /// <summary>An entry of bytes. It copies them itself, so a whole array is handed over as it is.</summary>
    internal static Metadata.Entry Entry(string key, ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array) && array.Array!.Length == bytes.Length
            ? new Metadata.Entry(key, array.Array)
            : new Metadata.Entry(key, bytes.ToArray());

    /// <summary>What an entry holds, in the form that the readers take.</summary>
    internal static object Of(Metadata.Entry entry) => entry.IsBinary ? entry.ValueBytes : entry.Value;

    // Equal values count as one: a retrying proxy may have sent a field twice.
    private static bool TrySingleText(object field, out string text)
    {
        if (field is string only)
        {
            text = TextRules.Trim(only);
            return true;
        }

        List<object> several = (List<object>)field;
        text = TextRules.Trim((string)several[0]);
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
