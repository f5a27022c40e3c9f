using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata;

/// <summary>Converts values of a custom type to and from the text of a key. Specify it with <see cref="MetadataConverterAttribute"/>.</summary>
/// <remarks>One instance is used by all threads, so the converter must be thread-safe.</remarks>
/// <typeparam name="T">The type of the values.</typeparam>
public interface ITextMetadataConverter<T>
{
    /// <summary>Formats a value as text.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text. It consists of one or more characters from 0x20 to 0x7E, and neither starts nor ends with a space.</returns>
    string Format(T value);

    /// <summary>Tries to parse a value from text.</summary>
    /// <param name="text">The text. It consists of characters from 0x20 to 0x7E, and neither starts nor ends with a space.</param>
    /// <param name="value">The value, if the method returns true.</param>
    /// <returns>True if the text is a value of the type; otherwise, false.</returns>
    bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>
    /// Gets a description of a valid value, such as "a country code of two letters". It follows "expected" in error messages that clients may receive, so do not name .NET types.
    /// </summary>
#if NET
    string Expected => "a value in the format of this key";
#else
    string Expected { get; }
#endif
}
