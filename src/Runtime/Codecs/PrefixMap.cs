using TypedMetadata.Generated;
using TypedMetadata.Keys;

namespace TypedMetadata.Codecs;

/// <summary>A dictionary whose entries are keys with a common prefix. Each is read and written as a key of its own would be.</summary>
internal static class PrefixMap
{
    internal delegate MetadataError? Reading<T>(MetadataField key, object field, out T? value);

    internal delegate MetadataError? Writing<T, TField>(MetadataField key, T value, out TField field);

    /// <summary>The entries, sorted by name. Each bad one adds its error.</summary>
    internal static Dictionary<string, T> Read<T>(MetadataField prefix, PrefixFields fields, Reading<T> read, ICollection<MetadataError> errors)
    {
        Dictionary<string, T> map = new(StringComparer.Ordinal);
        if (fields.HasTooMany)
        {
            errors.Add(FieldErrors.TooManyEntries(prefix.Key, PrefixFields.MaxEntries));
            return map;
        }

        foreach ((string key, object field) in fields.Fields)
        {
            if (!KeyGrammar.IsWellFormed(key))
            {
                errors.Add(FieldErrors.NotAKey(prefix.Key));
            }
            else if (read(KeyOf(prefix, key), field, out T? value) is MetadataError error)
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

    /// <summary>The fields, sorted by key. Each bad entry adds its error.</summary>
    internal static List<KeyValuePair<string, TField>> Write<T, TField>(MetadataField prefix, IReadOnlyDictionary<string, T>? map, Writing<T, TField> write, ICollection<MetadataError> errors)
    {
        List<KeyValuePair<string, TField>> fields = [];
        if (map is null)
        {
            errors.Add(FieldErrors.NullWritten(prefix.Key));
            return fields;
        }

        if (map.Count > PrefixFields.MaxEntries)
        {
            errors.Add(FieldErrors.TooManyEntries(prefix.Key, PrefixFields.MaxEntries));
            return fields;
        }

        foreach ((string name, T value) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            string key = prefix.Key + name + (prefix.BinaryEntries ? KeyGrammar.BinarySuffix : "");
            if (!KeyGrammar.IsWellFormed(key) || KeyGrammar.HasUpperCase(key) || !prefix.Covers(key))
            {
                errors.Add(FieldErrors.BadName(prefix.Key));
            }
            else if (write(KeyOf(prefix, key), value, out TField field) is MetadataError error)
            {
                errors.Add((error.Kind == MetadataErrorKind.Empty ? FieldErrors.EmptyEntry(key) : error) with { DeclaredKey = prefix.Key });
            }
            else
            {
                fields.Add(new(key, field));
            }
        }

        return fields;
    }

    // Some servers drop an empty field, and with it the entry: so no value may be empty, a message neither.
    private static MetadataField KeyOf(MetadataField prefix, string key) => new(key) { Sensitive = prefix.Sensitive, AllowEmpty = false };

    private static string NameOf(MetadataField prefix, string key) =>
        key[prefix.Key.Length..^(prefix.BinaryEntries ? KeyGrammar.BinarySuffix.Length : 0)];
}
