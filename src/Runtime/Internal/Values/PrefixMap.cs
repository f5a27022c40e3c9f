using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Reads and writes a dictionary whose entries are keys with a common prefix. Each entry is read and written like a single key.</summary>
internal static class PrefixMap
{
    internal delegate MetadataError? Reading<T>(KeyDescriptor key, WireValue wire, out T? value);

    internal delegate MetadataError? Writing<T>(KeyDescriptor key, T value, out WireValue wire);

    /// <summary>Reads the entries, sorted by name. Each invalid entry adds an error.</summary>
    internal static Dictionary<string, T> Read<T>(KeyDescriptor prefix, PrefixEntries entries, Reading<T> read, ICollection<MetadataError> errors)
    {
        Dictionary<string, T> map = new(StringComparer.Ordinal);
        if (entries.HasTooMany)
        {
            errors.Add(KeyErrors.TooManyEntries(prefix.Key, PrefixEntries.MaxEntries));
            return map;
        }

        foreach ((string key, WireValue wire) in entries.Values)
        {
            if (!KeyGrammar.IsWellFormed(key))
            {
                errors.Add(KeyErrors.NotAKey(prefix.Key));
            }
            else if (read(KeyOf(prefix, key), wire, out T? value) is MetadataError error)
            {
                errors.Add(error with { DeclaredKey = prefix.Key });
            }
            else
            {
                map.Add(NameOf(prefix, key), value!);
            }
        }

        return map;
    }

    /// <summary>Writes the entries, sorted by key. Each invalid entry adds an error.</summary>
    internal static WireValue Write<T>(KeyDescriptor prefix, IReadOnlyDictionary<string, T>? map, Writing<T> write, ICollection<MetadataError> errors)
    {
        if (map is null)
        {
            errors.Add(KeyErrors.NullWritten(prefix.Key));
            return default;
        }

        if (map.Count == 0 && prefix.Required)
        {
            errors.Add(KeyErrors.NoItems(prefix.Key));
            return default;
        }

        if (map.Count > PrefixEntries.MaxEntries)
        {
            errors.Add(KeyErrors.TooManyEntries(prefix.Key, PrefixEntries.MaxEntries));
            return default;
        }

        List<KeyValuePair<string, WireValue>> entries = [];
        foreach ((string name, T value) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            string key = prefix.Key + name + (prefix.BinaryEntries ? KeyGrammar.BinarySuffix : "");
            if (!KeyGrammar.IsWellFormed(key) || KeyGrammar.HasUpperCase(key) || !prefix.Covers(key))
            {
                errors.Add(KeyErrors.BadName(prefix.Key));
            }
            else if (write(KeyOf(prefix, key), value, out WireValue wire) is MetadataError error)
            {
                errors.Add((error.Kind == MetadataErrorKind.Empty ? KeyErrors.EmptyEntry(key) : error) with { DeclaredKey = prefix.Key });
            }
            else
            {
                entries.Add(new(key, wire));
            }
        }

        return new WireValue(entries.ToArray());
    }

    // Some servers drop an empty header field, and with it the entry. So no value may be empty, including protobuf messages.
    private static KeyDescriptor KeyOf(KeyDescriptor prefix, string key) => new(key) { Sensitive = prefix.Sensitive, Required = true };

    private static string NameOf(KeyDescriptor prefix, string key) =>
        key[prefix.Key.Length..^(prefix.BinaryEntries ? KeyGrammar.BinarySuffix.Length : 0)];
}
