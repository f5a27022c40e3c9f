using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>A <see cref="Version"/> of two to four numbers. Its own parser takes signs and spaces too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct VersionText : ITextCodec<Version>
{
    /// <inheritdoc/>
    public static string Expected => "two to four whole numbers with points between them";

    /// <inheritdoc/>
    public static bool WritesPlainText => true;

    /// <inheritdoc/>
    public static string? Format(Version value) => value.ToString();

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out Version value)
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
