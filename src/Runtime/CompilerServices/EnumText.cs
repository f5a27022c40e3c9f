using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>What the generated codecs of enums share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EnumText
{
    private const int Shown = 8;

    /// <summary>What a sender should have sent: the first names, and how many more there are.</summary>
    public static string OneOf(params string[] names)
    {
        string shown = string.Join(", ", names.Take(Shown));
        return names.Length > Shown ? $"one of {shown} and {names.Length - Shown} more" : $"one of {shown}";
    }

    /// <summary>Whether the text is a name, ignoring case.</summary>
    public static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
