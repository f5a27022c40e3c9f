using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Headers that go out now.</summary>
internal readonly struct HeaderTarget(IHeaderDictionary headers) : IFieldTarget
{
    /// <inheritdoc/>
    public void Set(string key, StringValues fields) => WireFields.Put(headers, key, fields);

    /// <inheritdoc/>
    public void Clear(MetadataField prefix) => WireFields.Clear(headers, prefix);
}
