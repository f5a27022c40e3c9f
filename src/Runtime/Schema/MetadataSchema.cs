using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Describes a record and its keys, for documentation, tools and tests.</summary>
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

    /// <summary>Gets the type of the record.</summary>
    public Type Type { get; }

    /// <summary>Gets the name of the record, as it appears in messages.</summary>
    public string Name { get; }

    /// <summary>Gets the positions of the record.</summary>
    public MetadataPositions Positions { get; }

    /// <summary>Gets the maximum size of the record on writing, in bytes, or null if the record sets no limit. See <see cref="GrpcMetadataAttribute.MaxSize"/>.</summary>
    public int? MaxSize { get; }

    /// <summary>Gets the summary of the record's documentation comment, on one line, or null.</summary>
    public string? Summary { get; }

    /// <summary>Gets the keys in the order of the properties, followed by the keys of nested records.</summary>
    public IReadOnlyList<MetadataSchemaKey> Keys { get; }

    /// <summary>Returns the schema of a record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <returns>The schema. It is the same object each time.</returns>
    public static MetadataSchema Of<T>()
        where T : IGrpcMetadata<T> => Cache<T>.Schema;

    /// <summary>Returns a text with one line for the record and one line for each key.</summary>
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
