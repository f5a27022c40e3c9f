using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>A record of gRPC metadata. The source generator implements it on every <see cref="GrpcMetadataAttribute"/> record.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IGrpcMetadata<TSelf>
    where TSelf : IGrpcMetadata<TSelf>
{
    /// <summary>What the record's fields are, in the order of their slots.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract MetadataLayout Layout { get; }

    /// <summary>The slot of a lower-case key, or -1 when the record has no such key.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract int SlotOf(string key);

    /// <summary>Parses what the reader holds and, only if nothing failed, constructs the record.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf? Create(ref MetadataReader reader);

    /// <summary>
    /// Takes every value out of header fields in one pass and, if all of them are there and as usual, constructs the record. False says that the general reader has to
    /// look: of records that are not plain always.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual bool TryCreate(HeaderFields fields, [MaybeNullWhen(false)] out TSelf value)
    {
        value = default;
        return false;
    }

    /// <summary>Checks and encodes every value into the writer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void Write(TSelf value, ref MetadataWriter writer);

    /// <summary>Says what the record carries, for <see cref="MetadataSchema"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void Describe(SchemaBuilder schema);
}

/// <summary>A record that travels with the request headers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IRequestMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : IRequestMetadata<TSelf>;

/// <summary>A record that travels with the response headers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IInitialMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : IInitialMetadata<TSelf>;

/// <summary>A record that travels with the trailers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface ITrailingMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : ITrailingMetadata<TSelf>;
