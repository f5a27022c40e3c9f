using System.ComponentModel;

namespace TypedMetadata.Generated;

/// <summary>What the generated codecs of enums share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EnumText
{
    /// <summary>What a reader should have sent.</summary>
    public const string Expected = "one of the names that the enum defines";

    /// <summary>Whether the text is a member's name, ignoring case.</summary>
    public static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text is a member's wire name or its own, ignoring case.</summary>
    public static bool Is(string text, string wireName, string name) => Is(text, wireName) || Is(text, name);
}
