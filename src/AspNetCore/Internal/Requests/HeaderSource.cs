using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Reads records from the HTTP headers. Values of keys that the record does not have are never read.</summary>
internal static class HeaderSource
{
    internal static bool TryRead<T>(IHeaderDictionary headers, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        MetadataLayout layout = T.Descriptor.Layout;
        if (layout.IsPlain && RequestHeaderFields.TryRead(headers, out value))
        {
            errors = [];
            return true;
        }

        MetadataReader reader = new(layout);
        ReadOnlySpan<KeyDescriptor> keys = layout.Keys;
        for (int slot = 0; slot < keys.Length; slot++)
        {
            if (keys[slot].IsPrefix)
            {
                continue;
            }

            Look(ref reader, slot, headers, keys[slot].Key);
            foreach (string alias in keys[slot].Aliases)
            {
                Look(ref reader, slot, headers, alias);
            }
        }

        if (layout.HasPrefixes)
        {
            PushByPrefix(ref reader, layout, headers);
        }

        return RecordReading.TryCreate(ref reader, out value, out errors);
    }

    // Kestrel returns well-known names with capitals.
    private static void PushByPrefix(ref MetadataReader reader, MetadataLayout layout, IHeaderDictionary headers)
    {
        foreach ((string name, StringValues values) in headers)
        {
            string key = name.ToLowerInvariant();
            int slot = layout.SlotByPrefix(key);
            if (slot >= 0)
            {
                Push(ref reader, slot, key, values);
            }
        }
    }

    private static void Look(ref MetadataReader reader, int slot, IHeaderDictionary headers, string key)
    {
        if (headers.TryGetValue(key, out StringValues values))
        {
            Push(ref reader, slot, key, values);
        }
    }

    private static void Push(ref MetadataReader reader, int slot, string key, StringValues values)
    {
        if (values.Count == 1)
        {
            reader.Push(slot, key, values.ToString());
            return;
        }

        foreach (string? value in values)
        {
            reader.Push(slot, key, value ?? "");
        }
    }
}
