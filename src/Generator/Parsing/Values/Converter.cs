using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The converter that a <c>[MetadataConverter]</c> names, and what it can do.</summary>
/// <param name="Form">The wire forms it gives to a type; null when it gives none, or cannot be made.</param>
/// <param name="WhyNot">Why it cannot be made, although it would give one, and the remedy.</param>
internal sealed record Converter(TypeCodecs? Form, (string Problem, string Remedy)? WhyNot = null)
{
    /// <summary>The converter that an attribute names for a type. Code that is half typed may name none.</summary>
    internal static Converter Of(AttributeData attribute, ITypeSymbol type)
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol converter }])
        {
            return new Converter(Form: null);
        }

        string name = converter.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string value = type.ToDisplayString(TypeModelBuilder.FullName);
        string? text = Implements(converter, "ITextMetadataConverter", type) ? $"{RuntimeNamespaces.CompilerServices}ConverterText<{value}, {name}>" : null;
        string? binary = Implements(converter, "IBinaryMetadataConverter", type) ? $"{RuntimeNamespaces.CompilerServices}ConverterBinary<{value}, {name}>" : null;
        if (text is null && binary is null)
        {
            return new Converter(Form: null);
        }

        return WhyNotMade(converter) is (string, string) fault ? new Converter(Form: null, fault) : new Converter(new TypeCodecs(text, binary, IsConverted: true));
    }

    /// <summary>The name that stands in the attribute, for messages.</summary>
    internal static string NameIn(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: ITypeSymbol named }] ? ValueTypes.Display(named) : "null";

    private static (string Problem, string Remedy)? WhyNotMade(INamedTypeSymbol converter) =>
        converter.IsAbstract ? ("is abstract", "name one that is not")
        : converter.IsValueType || converter.InstanceConstructors.Any(constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public }) ? null
        : ("has no public parameterless constructor", "add one");

    private static bool Implements(INamedTypeSymbol converter, string name, ITypeSymbol type) => converter.AllInterfaces.Any(implemented =>
        implemented.Name == name
        && implemented is { TypeArguments: [ITypeSymbol converted], ContainingNamespace: { Name: "TypedMetadata", ContainingNamespace.IsGlobalNamespace: true } }
        && SymbolEqualityComparer.Default.Equals(converted, type));
}
