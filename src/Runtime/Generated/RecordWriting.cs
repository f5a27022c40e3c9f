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
        where T : IGrpcMetadata<T> => MetadataWriter.Entries(value);

    /// <summary>A new <c>Metadata</c> with the record's keys, for a call's request: a text list is one entry.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public static Metadata ToRequestMetadata<T>(T value)
        where T : IGrpcMetadata<T> => MetadataWriter.Entries(value, MetadataDirections.Request);

    /// <summary>What a text field takes, as PROTOCOL-HTTP2.md counts it: name, value and 32.</summary>
    public static int SizeOf(string key, string field) => Codecs.FieldSize.Of(key, field);

    /// <summary>The error of metadata that takes more than a limit.</summary>
    /// <param name="subject">What takes it, at the beginning of the sentence.</param>
    /// <param name="most">The limit.</param>
    /// <param name="limit">The name of what sets the limit.</param>
    /// <param name="sizes">What each key takes.</param>
    public static MetadataError TooLarge(string subject, int most, string limit, IEnumerable<KeyValuePair<string, int>> sizes) =>
        Codecs.FieldErrors.TooLarge(subject, most, limit, sizes);
}
