using Microsoft.Extensions.Http;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Redacts the headers of a record's sensitive keys in the factory's log: keys, aliases, keys of nested records, and keys with a prefix.</summary>
internal sealed class SensitiveHeaders
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _prefixes = [];

    private SensitiveHeaders(ReadOnlySpan<KeyDescriptor> keys)
    {
        foreach (KeyDescriptor key in keys)
        {
            if (key.Sensitive && key.IsPrefix)
            {
                _prefixes.Add(key.Key);
            }
            else if (key.Sensitive)
            {
                _names.UnionWith(key.Aliases.Prepend(key.Key));
            }
        }
    }

    /// <summary>
    /// Adds the sensitive keys of a record to the redacted headers. (<c>RedactLoggedHeaders</c> replaces the headers that were redacted before.)
    /// </summary>
    internal static void Redact<T>(HttpClientFactoryOptions options)
        where T : IGrpcMetadata<T>
    {
        SensitiveHeaders ours = new(T.Descriptor.Layout.Keys);
        Func<string, bool> others = options.ShouldRedactHeaderValue;
        options.ShouldRedactHeaderValue = name => ours.Contain(name) || others(name);
    }

    private bool Contain(string name) =>
        _names.Contains(name) || _prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
