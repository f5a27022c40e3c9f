using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The converter that a <c>[MetadataConverter]</c> names, and what it can do.</summary>
/// <param name="Name">The converter's name, for messages.</param>
/// <param name="Form">The wire forms it gives to a type; null when it gives none, or cannot be made.</param>
/// <param name="Problem">Why it cannot be made, although it would give one.</param>
internal sealed record Converter(string Name, WireForm? Form, Converter.Fault? Problem = null)
{
    /// <summary>The converter that an attribute names for a type. Code that is half typed may name none.</summary>
    internal static Converter Of(AttributeData attribute, ITypeSymbol type)
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol converter }])
        {
            return new Converter(attribute.ConstructorArguments is [{ Value: ITypeSymbol other }] ? FieldParser.Display(other) : "null", null);
        }

        string name = converter.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string value = type.ToDisplayString(TypeModels.FullName);
        string? text = Implements(converter, "ITextMetadataConverter", type) ? $"{GeneratedNames.Runtime}ConverterText<{value}, {name}>" : null;
        string? binary = Implements(converter, "IBinaryMetadataConverter", type) ? $"{GeneratedNames.Runtime}ConverterBinary<{value}, {name}>" : null;
        Fault? fault = (text ?? binary) is null ? null : WhyNotMade(converter);
        bool usable = (text ?? binary) is not null && fault is null;
        return new Converter(FieldParser.Display(converter), usable ? new WireForm(text, binary) : null, fault);
    }

    private static Fault? WhyNotMade(INamedTypeSymbol converter) =>
        converter.IsAbstract ? new Fault("is abstract", "name one that is not")
        : converter.IsValueType || converter.InstanceConstructors.Any(constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public }) ? null
        : new Fault("has no public parameterless constructor", "add one");

    private static bool Implements(INamedTypeSymbol converter, string name, ITypeSymbol type) => converter.AllInterfaces.Any(implemented =>
        implemented.Name == name
        && implemented is { TypeArguments: [ITypeSymbol converted], ContainingNamespace: { Name: "TypedMetadata", ContainingNamespace.IsGlobalNamespace: true } }
        && SymbolEqualityComparer.Default.Equals(converted, type));

    /// <summary>What is wrong with a converter, and the remedy.</summary>
    internal sealed record Fault(string Problem, string Remedy);
}
