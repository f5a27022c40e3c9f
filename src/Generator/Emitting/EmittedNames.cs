using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Names that generated code spells out.</summary>
internal static class EmittedNames
{
    internal const string Root = RuntimeNamespaces.Root;
    internal const string CompilerServices = RuntimeNamespaces.CompilerServices;
    internal const string Metadata = "global::Grpc.Core.Metadata";

    /// <summary>The interface whose members are implemented.</summary>
    internal static string Contract(TypeModel type) => $"{Root}IGrpcMetadata<{type.FullName}>";

    /// <summary>The interfaces of the record's positions, each on a line.</summary>
    internal static IEnumerable<string> Interfaces(TypeModel type)
    {
        if (type.Positions.Count == 0)
        {
            return [Contract(type)];
        }

        return type.Positions.Select((position, index) =>
            $"{Root}I{position}Metadata<{type.FullName}>{(index + 1 < type.Positions.Count ? "," : "")}");
    }

    /// <summary>The type that the record's descriptor derives from.</summary>
    internal static string Descriptor(TypeModel type) => $"{CompilerServices}MetadataDescriptor<{type.FullName}>";

    /// <summary>What a typed key's methods are called after their verb.</summary>
    internal static string Many(KeyModel key) => key.Collection switch
    {
        CollectionKind.None => "",
        CollectionKind.Map => "Map",
        _ => "List",
    };

    internal static string Nullable(TypeModel type) => type.IsValueType ? type.FullName : type.FullName + "?";
}
