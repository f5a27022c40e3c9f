using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata.Testing;

/// <summary>Puts records into headers.</summary>
internal sealed class HeaderTarget(IHeaderDictionary headers) : IFieldTarget
{
    /// <summary>Replaces all that the record may write.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static void Write<T>(T record, MetadataDirections direction, IHeaderDictionary headers)
        where T : IGrpcMetadata<T>
    {
        MetadataWriter writer = MetadataWriter.Headers(record, direction);
        WireFields.Write<T, HeaderTarget>(in writer, new HeaderTarget(headers));
    }

    /// <inheritdoc/>
    public void Set(string key, StringValues fields) => WireFields.Put(headers, key, fields);

    /// <inheritdoc/>
    public void Clear(MetadataField prefix) => WireFields.Clear(headers, prefix);
}
