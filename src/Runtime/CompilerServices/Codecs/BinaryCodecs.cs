using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a byte array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ByteArrayBinary : IBinaryCodec<byte[]>
{
    /// <inheritdoc/>
    public string Expected => "bytes";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Encode(byte[] value) => value;

    /// <inheritdoc/>
    public bool TryDecode(byte[] bytes, out byte[] value)
    {
        value = bytes;
        return true;
    }
}

/// <summary>Converts a <see cref="ReadOnlyMemory{T}"/> of bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemoryBinary : IBinaryCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public string Expected => "bytes";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Encode(ReadOnlyMemory<byte> value) => value;

    /// <inheritdoc/>
    public bool TryDecode(byte[] bytes, out ReadOnlyMemory<byte> value)
    {
        value = bytes;
        return true;
    }
}

/// <summary>Converts an immutable array of bytes. The default array is written as empty bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableArrayBinary : IBinaryCodec<ImmutableArray<byte>>
{
    /// <inheritdoc/>
    public string Expected => "bytes";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Encode(ImmutableArray<byte> value) => value.AsMemory();

    /// <inheritdoc/>
    public bool TryDecode(byte[] bytes, out ImmutableArray<byte> value)
    {
        value = ImmutableCollectionsMarshal.AsImmutableArray(bytes);
        return true;
    }
}

/// <summary>Converts a protobuf byte string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ByteStringBinary : IBinaryCodec<ByteString>
{
    /// <inheritdoc/>
    public string Expected => "bytes";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Encode(ByteString value) => value.Memory;

    /// <inheritdoc/>
    public bool TryDecode(byte[] bytes, out ByteString value)
    {
        value = UnsafeByteOperations.UnsafeWrap(bytes);
        return true;
    }
}

/// <summary>Converts a string to UTF-8.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Utf8Binary : IBinaryCodec<string>
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public string Expected => "UTF-8";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.EncodesAnew;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Encode(string value)
    {
        try
        {
            return _strict.GetBytes(value);
        }
        catch (EncoderFallbackException)
        {
            // A lone surrogate, which has no UTF-8.
            return null;
        }
    }

    /// <inheritdoc/>
    public bool TryDecode(byte[] bytes, [MaybeNullWhen(false)] out string value)
    {
        bool valid = System.Text.Unicode.Utf8.IsValid(bytes);
        value = valid ? Encoding.UTF8.GetString(bytes) : null;
        return valid;
    }
}

/// <summary>Converts a protobuf message.</summary>
/// <typeparam name="T">The message.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MessageBinary<T> : IBinaryCodec<T>
    where T : class, IMessage<T>, new()
{
    /// <inheritdoc/>
    public string Expected => "a serialized protobuf message of its type";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.AllowsEmpty | CodecTraits.UsesSpans | CodecTraits.EncodesAnew;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Encode(T value)
    {
        byte[] bytes = new byte[value.CalculateSize()];
        value.WriteTo(bytes.AsSpan()); // ToByteArray makes a stream for the array
        return bytes;
    }

    /// <inheritdoc/>
    public bool TryEncode(T value, Span<byte> destination, out int written)
    {
        written = value.CalculateSize();
        if (written > destination.Length)
        {
            return false;
        }

        value.WriteTo(destination[..written]);
        return true;
    }

    /// <inheritdoc/>
    public bool TryDecode(byte[] bytes, [MaybeNullWhen(false)] out T value) => TryDecode(bytes.AsSpan(), out value);

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out T value)
    {
        T message = new();
        try
        {
            message.MergeFrom(bytes);
            value = message;
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            value = null;
            return false;
        }
    }
}
