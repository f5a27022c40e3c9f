using Grpc.Core;
using TypedMetadata.Internal;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>The headers of a call with a record's keys. Always a new <see cref="Metadata"/>: the caller's own may serve other calls, and may be frozen.</summary>
internal static class CallHeaders
{
    /// <summary>A copy in which the record's keys replace any that are there.</summary>
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

    /// <summary>A copy with those of the record's keys that are not there yet.</summary>
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

    // Either map may be small enough alone, and no receiver takes the two together.
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

    // A former name of a key is the key: a receiver would take both for one that came twice.
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
