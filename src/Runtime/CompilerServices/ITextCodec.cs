using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.CompilerServices;

/// <summary>Represents a codec that converts a type to and from the value of a text key.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextCodec<T> : IMetadataCodec
{
    /// <summary>Returns the canonical text of a value, or null if the value has no wire form.</summary>
    string? Format(T value);

    /// <summary>Tries to parse a text of printable ASCII characters that neither starts nor ends with a space.</summary>
    bool TryParse(string text, [MaybeNullWhen(false)] out T value);
}
