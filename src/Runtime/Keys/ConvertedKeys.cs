using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using TypedMetadata.Codecs;
using TypedMetadata.Generated;

namespace TypedMetadata.Keys;

/// <summary>A text key whose converter the user gave. What it throws may hold the value, so only the exception's type is named.</summary>
internal sealed class ConvertedTextKey<T>(string name, ITextMetadataConverter<T> converter) : MetadataKey<T>(name)
{
    private readonly MetadataField _field = new(name);

    internal override MetadataError? Read(object raw, [MaybeNull] out T value)
    {
        value = default;
        if (FieldValue.ReadText<string, StringText>(_field, raw, out string? text) is MetadataError error)
        {
            return error;
        }

        try
        {
            return converter.TryParse(text!, out value) ? null : FieldErrors.Malformed(Name, $"what {converter.GetType().Name} reads");
        }
        catch (Exception exception)
        {
            return FieldErrors.Threw(Name, exception);
        }
    }

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        entry = null;
        if (value is null)
        {
            return FieldErrors.NullWritten(Name);
        }

        string text;
        try
        {
            text = converter.Format(value);
        }
        catch (Exception exception)
        {
            return FieldErrors.Threw(Name, exception);
        }

        MetadataError? error = FieldValue.WriteText<string, StringText>(_field, text, out string valid);
        entry = error is null ? new Metadata.Entry(Name, valid) : null;
        return error;
    }
}

/// <summary>A binary key whose converter the user gave.</summary>
internal sealed class ConvertedBinaryKey<T>(string name, IBinaryMetadataConverter<T> converter) : MetadataKey<T>(name)
{
    private readonly MetadataField _field = new(name);

    internal override MetadataError? Read(object raw, [MaybeNull] out T value)
    {
        value = default;
        if (FieldValue.ReadBinary<ReadOnlyMemory<byte>, MemoryBinary>(_field, raw, out ReadOnlyMemory<byte> bytes) is MetadataError error)
        {
            return error;
        }

        try
        {
            return converter.TryDecode(bytes, out value) ? null : FieldErrors.Malformed(Name, $"what {converter.GetType().Name} reads");
        }
        catch (Exception exception)
        {
            return FieldErrors.Threw(Name, exception);
        }
    }

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        entry = null;
        if (value is null)
        {
            return FieldErrors.NullWritten(Name);
        }

        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = converter.Encode(value);
        }
        catch (Exception exception)
        {
            return FieldErrors.Threw(Name, exception);
        }

        MetadataError? error = FieldValue.WriteBinary<ReadOnlyMemory<byte>, MemoryBinary>(_field, bytes, out ReadOnlyMemory<byte> valid);
        entry = error is null ? FieldValue.Entry(Name, valid) : null;
        return error;
    }
}
