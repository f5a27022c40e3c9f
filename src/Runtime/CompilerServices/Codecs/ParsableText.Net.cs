using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a type that implements <c>IParsable&lt;T&gt;</c> and <see cref="IFormattable"/>, with the invariant culture.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParsableText<T> : ITextCodec<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public string Expected => $"the text of a {typeof(T).Name}";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.RunsUserCode;

    /// <inheritdoc/>
    public string? Format(T value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out T value) => T.TryParse(text, CultureInfo.InvariantCulture, out value);
}
