namespace TypedMetadata.Internal;

/// <summary>
/// Validates keys: Header-Name of PROTOCOL-HTTP2.md, one or more of <c>0-9 a-z _ - .</c>. The analyzer and the runtime share it. The runtime also accepts upper case and
/// converts it to lower case.
/// </summary>
internal static class KeyGrammar
{
    internal const string BinarySuffix = "-bin";

    /// <summary>Returns a value that indicates whether a key is well-formed after its ASCII letters are converted to lower case. <c>-bin</c> alone is not well-formed.</summary>
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

    /// <summary>Converts a well-formed key to lower case.</summary>
    internal static string Normalize(string key) => HasUpperCase(key) ? key.ToLowerInvariant() : key;

    internal static bool IsBinary(string key) => key.EndsWith(BinarySuffix, StringComparison.Ordinal);
}
