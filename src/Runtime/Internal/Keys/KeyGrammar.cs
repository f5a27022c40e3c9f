namespace TypedMetadata.Internal;

/// <summary>
/// Header-Name of PROTOCOL-HTTP2.md: one or more of <c>0-9 a-z _ - .</c>. Shared by the analyzer and run time, which takes
/// upper case and lowers it.
/// </summary>
internal static class KeyGrammar
{
    internal const string BinarySuffix = "-bin";

    /// <summary>Whether the key is well formed once its ASCII letters are lower-cased. <c>-bin</c> alone names nothing.</summary>
    internal static bool IsWellFormed(string key)
    {
        if (key.Length == 0 || key.Equals(BinarySuffix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (char c in key)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool HasUpperCase(string key)
    {
        foreach (char c in key)
        {
            if (c is >= 'A' and <= 'Z')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lower-cases a well-formed key, whose letters are ASCII.</summary>
    internal static string Normalize(string key) => HasUpperCase(key) ? key.ToLowerInvariant() : key;

    internal static bool IsBinary(string key) => key.EndsWith(BinarySuffix, StringComparison.Ordinal);
}
