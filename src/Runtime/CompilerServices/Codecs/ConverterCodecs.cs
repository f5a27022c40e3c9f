using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a value on a text key with a custom converter.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TConverter">The converter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConverterText<T, TConverter> : ITextCodec<T>
    where TConverter : ITextMetadataConverter<T>, new()
{
    private static readonly TConverter _converter = new();

    /// <inheritdoc/>
    public string Expected => _converter.Expected;

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.RunsUserCode;

    /// <inheritdoc/>
    public string? Format(T value) => _converter.Format(value);

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out T value) => _converter.TryParse(text, out value);
}

/// <summary>Converts a value on a <c>-bin</c> key with a custom converter.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TConverter">The converter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConverterBinary<T, TConverter> : IBinaryCodec<T>
    where TConverter : IBinaryMetadataConverter<T>, new()
{
    private static readonly TConverter _converter = new();

    /// <inheritdoc/>
    public string Expected => _converter.Expected;

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.RunsUserCode;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Encode(T value) => _converter.Encode(value);

    /// <inheritdoc/>
    public bool TryDecode(byte[] bytes, [MaybeNullWhen(false)] out T value) => _converter.TryDecode(bytes, out value);
}
