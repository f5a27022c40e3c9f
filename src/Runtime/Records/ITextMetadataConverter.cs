using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata;

/// <summary>Spells a type of your own on a text key. Named by <see cref="MetadataConverterAttribute"/>; one instance serves every thread.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface ITextMetadataConverter<T>
{
    /// <summary>The value's text: one or more characters of 0x20 to 0x7E, no space at either end.</summary>
    string Format(T value);

    /// <summary>Reads a text, trimmed and printable. False says that it is no value of the type.</summary>
    bool TryParse(string text, [MaybeNullWhen(false)] out T value);
}
