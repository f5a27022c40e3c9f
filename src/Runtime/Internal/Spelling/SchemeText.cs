using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Internal;

/// <summary>Formats and parses credentials with a scheme, such as <c>Bearer abc</c> (RFC 9110, section 11.4).</summary>
internal static class SchemeText
{
    internal static string Write(string scheme, string credentials) => $"{scheme} {credentials}";

    /// <summary>Tries to get the credentials. It returns false for another scheme and for a scheme without credentials. The case of the scheme is ignored.</summary>
    internal static bool TryRead(string scheme, string text, [NotNullWhen(true)] out string? credentials)
    {
        bool isScheme = text.Length > scheme.Length && text[scheme.Length] == ' ' && text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
        credentials = isScheme ? text[scheme.Length..].TrimStart(' ') : null;
        return isScheme;
    }
}
