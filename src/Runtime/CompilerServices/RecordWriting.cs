using System.ComponentModel;
using Grpc.Core;

namespace TypedMetadata.CompilerServices;

/// <summary>What generated records call to become a <c>Metadata</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordWriting
{
    /// <summary>A new <c>Metadata</c> with the record's keys.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public static Metadata ToMetadata<T>(T value)
        where T : IGrpcMetadata<T> => MetadataWriter.Entries(value);

    /// <summary>A new <c>Metadata</c> with the record's keys, for a call's request: a text list is one entry.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public static Metadata ToRequestMetadata<T>(T value)
        where T : IGrpcMetadata<T> => MetadataWriter.Entries(value, MetadataPositions.Request);
}
