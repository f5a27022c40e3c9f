using System.ComponentModel;
using Grpc.Core;

namespace TypedMetadata.Generated;

/// <summary>What generated records call to become a <c>Metadata</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordWriting
{
    /// <summary>A new <c>Metadata</c> with the record's keys.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public static Metadata ToMetadata<T>(T value)
        where T : IGrpcMetadata<T> => Codecs.MetadataSource.ToMetadata(value);
}
