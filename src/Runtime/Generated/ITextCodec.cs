using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Generated;

/// <summary>How a type is spelled on a text key.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextCodec<T>
{
    /// <summary>What a reader should have sent, to complete "expected …".</summary>
    static abstract string Expected { get; }

    /// <summary>Whether a user's code runs, whose exceptions may hold the value: they are caught, and only their type is named.</summary>
    static virtual bool RunsUserCode => false;

    /// <summary>The canonical spelling, or null when the value has none.</summary>
    static abstract string? Format(T value);

    /// <summary>Parses printable ASCII without spaces at either end. Answers false on anything else than a value of the type.</summary>
    static abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);
}
