using Grpc.Core;

namespace TypedMetadata;

/// <summary>Converts the schema of a record to its part of the contract.</summary>
internal static class RecordDescription
{
    private static readonly (MetadataPositions Position, string Name)[] _positions =
        [(MetadataPositions.Request, "request"), (MetadataPositions.Initial, "initial"), (MetadataPositions.Trailing, "trailing")];

    internal static ContractRecord Of(MetadataSchema schema) => new()
    {
        Name = schema.Name,
        Type = TypeNames.Of(schema.Type),
        Positions = [.. _positions.Where(one => schema.Positions.HasFlag(one.Position)).Select(static one => one.Name)],
        MaxSize = schema.MaxSize,
        Summary = schema.Summary,
        Keys = [.. schema.Keys.Select(key => Of(key, schema.Positions.HasFlag(MetadataPositions.Request)))],
    };

    private static ContractKey Of(MetadataSchemaKey key, bool isRequest) => new()
    {
        Key = key.Key,
        Property = key.Property,
        Kind = key.Kind == MetadataKeyKind.Binary ? "binary" : "text",
        Type = TypeNames.Of(key.Type),
        Format = key.Format,
        Scheme = key.Scheme,
        Expected = key.Expected,
        Example = key.Example,
        Required = key.IsRequired,
        Sensitive = key.IsSensitive,
        List = key.IsList,
        Prefix = key.IsPrefix,
        ReadOnly = key.IsReadOnly,
        MaxItems = key.MaxItems,
        Separator = key.Separator,
        Aliases = key.Aliases,
        ErrorStatus = isRequest ? NameOf(key.ErrorStatusCode) : null,
        Summary = key.Summary,
    };

    // The names are those of the gRPC specification: INVALID_ARGUMENT.
    internal static string NameOf(StatusCode status) => status == StatusCode.OK ? "OK"
        : string.Concat(status.ToString().Select(static (letter, index) => index > 0 && char.IsUpper(letter) ? "_" + letter : char.ToUpperInvariant(letter).ToString()));
}
