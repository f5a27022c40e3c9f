using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Moves encoded fields from a writer to where they belong.</summary>
internal static class WireFields
{
    /// <summary>Replaces all that a record may write.</summary>
    internal static void Write<T, TTarget>(in MetadataWriter writer, TTarget target)
        where T : IGrpcMetadata<T>
        where TTarget : IFieldTarget
    {
        for (int slot = 0; slot < T.Layout.Fields.Length; slot++)
        {
            MetadataField field = T.Layout.Fields[slot];
            if (field.IsPrefix)
            {
                target.Clear(field);
                foreach ((string key, string value) in (KeyValuePair<string, string>[]?)writer.Header(slot) ?? [])
                {
                    target.Set(key, value);
                }
            }
            else if (!field.ReadOnly)
            {
                target.Set(field.Key, Of(writer.Header(slot)));
            }
        }
    }

    /// <summary>What the fields of a key take.</summary>
    internal static int SizeOf(string key, StringValues fields)
    {
        int size = 0;
        foreach (string? field in fields)
        {
            size += RecordWriting.SizeOf(key, field ?? "");
        }

        return size;
    }

    /// <summary>Replaces the fields of a key; no fields remove it.</summary>
    internal static void Put(IHeaderDictionary headers, string key, StringValues fields)
    {
        if (fields.Count == 0)
        {
            headers.Remove(key);
        }
        else
        {
            headers[key] = fields;
        }
    }

    /// <summary>Removes every key of a prefix.</summary>
    internal static void Clear(IHeaderDictionary headers, MetadataField prefix)
    {
        foreach (string key in headers.Keys.Where(key => prefix.Covers(key.ToLowerInvariant())).ToList())
        {
            headers.Remove(key);
        }
    }

    private static StringValues Of(object? header) => header switch
    {
        null => StringValues.Empty,
        string one => one,
        string[] items => items,
        _ => throw new ArgumentException($"A header is a string or an array of them, not {header.GetType()}.", nameof(header)),
    };
}
