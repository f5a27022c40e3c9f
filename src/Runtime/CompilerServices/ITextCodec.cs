using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.CompilerServices;

/// <summary>How a type is spelled on a text key.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextCodec<T> : IMetadataCodec
{
    /// <summary>The canonical spelling, or null when the value has none.</summary>
    string? Format(T value);

    /// <summary>Parses printable ASCII without spaces at either end. Returns false on anything else than a value of the type.</summary>
    bool TryParse(string text, [MaybeNullWhen(false)] out T value);
}
