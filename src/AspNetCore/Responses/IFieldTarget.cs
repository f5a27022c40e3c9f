using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Where a server puts encoded fields: the response's headers now, or its trailers later.</summary>
internal interface IFieldTarget
{
    /// <summary>Replaces the fields of a key; no fields remove it.</summary>
    void Set(string key, StringValues fields);

    /// <summary>Removes every key of a prefix.</summary>
    void Clear(MetadataField prefix);
}
