using Microsoft.Extensions.Http;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>The names of the headers that carry a record's secrets: its own, former ones, those of records inside it, and all with a prefix.</summary>
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
    /// Keeps a record's secrets out of the log of headers. <c>RedactLoggedHeaders</c> would replace what was to be kept out before; this adds to it.
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
