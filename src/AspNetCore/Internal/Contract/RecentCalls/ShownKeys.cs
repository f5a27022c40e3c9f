using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Determines which values of a method may be shown: those of keys that a record of the position declares as not sensitive, and whose name does not indicate a credential.
/// </summary>
internal sealed class ShownKeys
{
    private readonly Dictionary<MetadataPositions, MetadataSchema[]> _records;

    private ShownKeys(string? method, Dictionary<MetadataPositions, MetadataSchema[]> records)
    {
        Method = method;
        _records = records;
    }

    /// <summary>The instance for requests that reached no method.</summary>
    internal static ShownKeys None { get; } = new(null, []);

    /// <summary>The full name of the method.</summary>
    internal string? Method { get; }

    internal static ShownKeys Of(Endpoint endpoint)
    {
        MethodContracts declared = MethodContracts.Of(endpoint);
        return new(
            endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName,
            declared.Requests.Concat<IContract>(declared.Responses)
                .GroupBy(static one => one.Position, static one => one.Type)
                .ToDictionary(static position => position.Key, static position => position.Distinct().Select(SchemaOf.Type).ToArray()));
    }

    /// <summary>Returns the key that a record of the position declares, or null.</summary>
    internal MetadataSchemaKey? Find(string key, MetadataPositions? position) =>
        position is MetadataPositions one && _records.TryGetValue(one, out MetadataSchema[]? records) ? records.SelectMany(static record => record.Keys).FirstOrDefault(declared => declared.Key == key) : null;

    internal bool MayShow(string key, MetadataPositions position) =>
        _records.TryGetValue(position, out MetadataSchema[]? records) && RedactionExtensions.MayBeShown(key, records);
}
