using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>What a record carries, for documentation, tools and tests: nothing here is needed to read or write it.</summary>
public sealed class MetadataSchema
{
    private MetadataSchema(Type type, MetadataLayout layout)
    {
        Type = type;
        Name = layout.Record;
        Positions = layout.Positions;
        MaxSize = layout.MaxSize == 0 ? null : layout.MaxSize;
        Summary = layout.Summary;
        MetadataSchemaKey[] keys = new MetadataSchemaKey[layout.Keys.Length];
        for (int slot = 0; slot < keys.Length; slot++)
        {
            keys[slot] = MetadataSchemaKey.Of(layout.Keys[slot], layout.TypedKeys[slot]);
        }

        Keys = Array.AsReadOnly(keys);
    }

    /// <summary>The record's type.</summary>
    public Type Type { get; }

    /// <summary>The record's name, as messages give it.</summary>
    public string Name { get; }

    /// <summary>Where the record travels.</summary>
    public MetadataPositions Positions { get; }

    /// <summary>How many bytes it may take when written, counted as PROTOCOL-HTTP2.md does; null without a limit of its own.</summary>
    public int? MaxSize { get; }

    /// <summary>The summary of its documentation comment on one line, or null.</summary>
    public string? Summary { get; }

    /// <summary>Its keys in the order of its properties, then those of the records inside it.</summary>
    public IReadOnlyList<MetadataSchemaKey> Keys { get; }

    /// <summary>Describes a record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <returns>The schema, the same object each time.</returns>
    public static MetadataSchema Of<T>()
        where T : IGrpcMetadata<T> => Cache<T>.Schema;

    /// <summary>A line for the record and one for each key.</summary>
    public override string ToString()
    {
        string limit = MaxSize is int bytes ? FormattableString.Invariant($", at most {bytes} bytes") : "";
        string head = $"{Name} ({Positions.ToString().ToLowerInvariant()} metadata{limit})";
        return string.Join('\n', Keys.Select(key => "  " + key).Prepend(Summary is null ? head : $"{head}: {Summary}"));
    }

    private static class Cache<T>
        where T : IGrpcMetadata<T>
    {
        internal static readonly MetadataSchema Schema = new(typeof(T), DescriptorOf<T>.Value.Layout);
    }
}
