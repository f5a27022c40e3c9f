using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a <see cref="Version"/> of two to four numbers. Signs and spaces, which <see cref="Version.Parse(string)"/> accepts, are rejected.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct VersionText : ITextCodec<Version>
{
    /// <inheritdoc/>
    public string Expected => "two to four whole numbers with points between them";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(Version value) => value.ToString();

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out Version value)
    {
        value = null;
        foreach (string part in text.Split('.'))
        {
            if (!NumberSpelling.IsCanonicalInteger(part) || part[0] == '-')
            {
                return false;
            }
        }

        return Version.TryParse(text, out value);
    }
}
