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

    /// <summary>
    /// Gets what a value looks like, to follow "expected" in an error that may reach a caller in another language: "a country code of two letters". It names no class.
    /// </summary>
#if NET
    string Expected => "a value in the format of this key";
#else
    string Expected { get; }
#endif
}
