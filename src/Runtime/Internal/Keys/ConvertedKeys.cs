using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>A text key with a custom converter. The message of the converter's exceptions may contain the value, so only the name of their type is kept.</summary>
internal sealed class ConvertedTextKey<T>(string name, ITextMetadataConverter<T> converter) : MetadataKey<T>(name)
{
    private readonly KeyDescriptor _key = new(name);

    internal override MetadataError? Read(WireValue wire, [MaybeNull] out T value)
    {
        value = default;
        if (SingleValue.ReadText<string, StringText>(_key, wire, out string? text) is MetadataError error)
        {
            return error;
        }

        try
        {
            return converter.TryParse(text!, out value) ? null : KeyErrors.Malformed(Name, converter.Expected);
        }
        catch (Exception exception)
        {
            return KeyErrors.Threw(Name, exception);
        }
    }

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        entry = null;
        if (value is null)
        {
            return KeyErrors.NullWritten(Name);
        }

        string text;
        try
        {
            text = converter.Format(value);
        }
        catch (Exception exception)
        {
            return KeyErrors.Threw(Name, exception);
        }

        MetadataError? error = SingleValue.WriteText<string, StringText>(_key, text, out string valid);
        entry = error is null ? new Metadata.Entry(Name, valid) : null;
        return error;
    }
}

/// <summary>A binary key with a custom converter.</summary>
internal sealed class ConvertedBinaryKey<T>(string name, IBinaryMetadataConverter<T> converter) : MetadataKey<T>(name)
{
    private readonly KeyDescriptor _key = new(name);

    internal override MetadataError? Read(WireValue wire, [MaybeNull] out T value)
    {
        value = default;
        if (SingleValue.ReadBinary<ReadOnlyMemory<byte>, MemoryBinary>(_key, wire, out ReadOnlyMemory<byte> bytes) is MetadataError error)
        {
            return error;
        }

        try
        {
            return converter.TryDecode(bytes, out value) ? null : KeyErrors.Malformed(Name, converter.Expected);
        }
        catch (Exception exception)
        {
            return KeyErrors.Threw(Name, exception);
        }
    }

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        entry = null;
        if (value is null)
        {
            return KeyErrors.NullWritten(Name);
        }

        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = converter.Encode(value);
        }
        catch (Exception exception)
        {
            return KeyErrors.Threw(Name, exception);
        }

        MetadataError? error = SingleValue.WriteBinary<ReadOnlyMemory<byte>, MemoryBinary>(_key, bytes, out ReadOnlyMemory<byte> valid);
        entry = error is null ? new Metadata.Entry(Name, valid.ToArray()) : null;
        return error;
    }
}
