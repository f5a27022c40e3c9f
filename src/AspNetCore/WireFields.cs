using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TypedMetadata;

/// <summary>The encoded fields of one key.</summary>
internal static class WireFields
{
    /// <summary>What a writer answers for a slot, as ASP.NET Core has it.</summary>
    internal static StringValues Of(object? header) => header switch
    {
        null => StringValues.Empty,
        string one => one,
        string[] items => items,
        _ => throw new ArgumentException($"A header is a string or an array of them, not {header.GetType()}.", nameof(header)),
    };

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
}
