using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Reads records straight from HTTP headers: a key that no record names is never looked at.</summary>
internal static class HeaderSource
{
    internal static bool TryRead<T>(IHeaderDictionary headers, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        MetadataReader reader = new(T.Layout);
        ReadOnlySpan<MetadataField> fields = T.Layout.Fields;
        for (int slot = 0; slot < fields.Length; slot++)
        {
            Push(ref reader, slot, headers, fields[slot].Key);
            foreach (string former in fields[slot].ReadAlso)
            {
                Push(ref reader, slot, headers, former);
            }
        }

        return RecordReading.TryCreate(ref reader, out value, out errors);
    }

    private static void Push(ref MetadataReader reader, int slot, IHeaderDictionary headers, string key)
    {
        if (!headers.TryGetValue(key, out StringValues values))
        {
            return;
        }

        foreach (string? field in values)
        {
            reader.Push(slot, field ?? "");
        }
    }
}
