using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Adds the keys of a record to the headers of a call. The result is always a new <see cref="Metadata"/>, because the caller may reuse the original or it may be frozen.</summary>
internal static class CallHeaders
{
    /// <summary>Returns a copy in which the keys of a record replace existing entries.</summary>
    internal static Metadata With<T>(Metadata? given, T value)
        where T : IRequestMetadata<T>
    {
        Metadata entries = MetadataWriter.Entries(value, MetadataPositions.Request);
        if (given is null or { Count: 0 })
        {
            return entries;
        }

        Metadata headers = Copy(given);
        MetadataSource.Replace(headers, DescriptorOf<T>.Value.Layout, entries);
        return headers;
    }

    /// <summary>Returns a copy with the keys of a record that the headers do not have yet.</summary>
    internal static Metadata WithDefaults<T>(Metadata? given, T value, bool includeSensitive)
        where T : IRequestMetadata<T>
    {
        MetadataLayout layout = DescriptorOf<T>.Value.Layout;
        Metadata defaults = MetadataWriter.Entries(value, MetadataPositions.Request, includeSensitive);
        Metadata headers = Copy(given);
        int count = headers.Count;
        for (int i = 0; i < defaults.Count; i++)
        {
            if (!Holds(layout, headers, count, defaults[i].Key))
            {
                headers.Add(defaults[i]);
            }
        }

        StopTooMany<T>(headers, added: count);
        return headers;
    }

    // Each map may be within the limit, but receivers reject both together.
    private static void StopTooMany<T>(Metadata headers, int added)
        where T : IRequestMetadata<T>
    {
        MetadataLayout layout = DescriptorOf<T>.Value.Layout;
        for (int slot = 0; layout.HasPrefixes && slot < layout.Keys.Length; slot++)
        {
            KeyDescriptor prefix = layout.Keys[slot];
            if (headers.Skip(added).Any(entry => prefix.Covers(entry.Key)) && headers.Count(entry => prefix.Covers(entry.Key)) > PrefixEntries.MaxEntries)
            {
                throw new MetadataException($"'{layout.Record}' cannot be written as metadata", MetadataPositions.Request, [KeyErrors.TooManyEntries(prefix.Key, PrefixEntries.MaxEntries)]);
            }
        }
    }

    // An alias counts as the key, because a receiver would read both as duplicates.
    private static bool Holds(MetadataLayout layout, Metadata headers, int count, string key)
    {
        int slot = layout.SlotOf(key);
        bool hasOneKey = slot >= 0 && !layout.Keys[slot].IsPrefix;
        for (int i = 0; i < count; i++)
        {
            if (headers[i].Key == key || (hasOneKey && layout.SlotOf(headers[i].Key) == slot))
            {
                return true;
            }
        }

        return false;
    }

    private static Metadata Copy(Metadata? given)
    {
        Metadata copy = [];
        for (int i = 0; i < given?.Count; i++)
        {
            copy.Add(given[i]);
        }

        return copy;
    }
}
