using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Types of assemblies that are referred to by an <c>extern alias</c> alone: TMD040. Generated code begins names with <c>global::</c>, where they are not.</summary>
internal static class AliasedTypes
{
    /// <summary>Whether a property's type and converter can be named; else TMD040 is reported.</summary>
    internal static bool Check(RecordProperty property, RecordContext context)
    {
        ITypeSymbol? converter = property.Declaration.Converter?.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol;
        ITypeSymbol? aliased = new[] { property.Property.Type, converter }.FirstOrDefault(type => type is not null && Has(type, context.Known.Compilation));
        if (aliased is null)
        {
            return true;
        }

        context.Report(
            RecordRuleDescriptors.NoWireForm, property.Property.Locations[0], property.Property.Name, ValueTypes.Display(property.Property.Type),
            $", because the assembly of '{ValueTypes.Display(aliased)}' has an extern alias, which generated code cannot use", "refer to the assembly without an alias too, as in Aliases=\"global,other\"");
        return false;
    }

    /// <summary>Whether a type, or one in it, cannot be named in generated code.</summary>
    internal static bool Has(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => Has(array.ElementType, compilation),
        INamedTypeSymbol named => IsAliased(named.ContainingAssembly, compilation) || named.TypeArguments.Any(argument => Has(argument, compilation)),
        _ => false,
    };

    private static bool IsAliased(IAssemblySymbol? assembly, Compilation compilation) =>
        assembly is not null
        && compilation.GetMetadataReference(assembly) is { Properties.Aliases: { IsEmpty: false } aliases }
        && !aliases.Contains(MetadataReferenceProperties.GlobalAlias);
}
