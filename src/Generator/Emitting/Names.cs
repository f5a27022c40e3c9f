using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Names that generated code spells out.</summary>
internal static class Names
{
    internal const string Root = "global::TypedMetadata.";
    internal const string Generated = GeneratedNames.Runtime;
    internal const string Metadata = "global::Grpc.Core.Metadata";

    /// <summary>The interface whose members are implemented.</summary>
    internal static string Contract(TypeModel type) => $"{Root}IGrpcMetadata<{type.FullName}>";

    /// <summary>The interfaces of the record's directions, each on a line.</summary>
    internal static IEnumerable<string> Interfaces(TypeModel type)
    {
        if (type.Directions.Count == 0)
        {
            return [Contract(type)];
        }

        return type.Directions.Select((direction, index) =>
            $"{Root}I{direction}Metadata<{type.FullName}>{(index + 1 < type.Directions.Count ? "," : "")}");
    }

    /// <summary>The name of the reader's or writer's method for a field.</summary>
    internal static string Method(FieldModel field) => (field.IsBinary ? "Binary" : "Text") + field.Collection switch
    {
        CollectionKind.None => "",
        CollectionKind.Map => "Map",
        _ => "List",
    };

    internal static string Nullable(TypeModel type) => type.IsValueType ? type.FullName : type.FullName + "?";
}
