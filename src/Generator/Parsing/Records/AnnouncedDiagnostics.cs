using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The ids that a record's members and their types announce by <c>[Experimental]</c> and <c>[Obsolete(DiagnosticId = …)]</c>. Generated code names them, and silences these.</summary>
internal static class AnnouncedDiagnostics
{
    internal static EquatableArray<string> Of(IEnumerable<RecordProperty> properties, RecordContext context)
    {
        SortedSet<string> ids = new(StringComparer.Ordinal);
        foreach (INamedTypeSymbol level in context.Shape.Lineage)
        {
            AddType(level, ids);

            // What is no key is compared and printed all the same.
            foreach (ISymbol member in level.GetMembers().Where(member => !member.IsStatic && member is IPropertySymbol or IFieldSymbol))
            {
                Add(member, ids);
                AddType((member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type, ids);
            }
        }

        foreach (RecordProperty property in properties)
        {
            AddType(property.Declaration.Converter?.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol, ids);
        }

        return new(ids.ToImmutableArray());
    }

    /// <summary>Whether naming a symbol is an error that cannot be silenced.</summary>
    internal static bool IsForbidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute is { AttributeClass.Name: "ObsoleteAttribute", ConstructorArguments: [_, { Value: true }] });

    /// <summary>Whether naming a type, or one in it, is such an error.</summary>
    internal static bool IsForbiddenType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsForbiddenType(array.ElementType),
        INamedTypeSymbol named => IsForbidden(named) || named.TypeArguments.Any(IsForbiddenType),
        _ => false,
    };

    private static void AddType(ITypeSymbol? type, SortedSet<string> ids)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AddType(array.ElementType, ids);
                break;
            case INamedTypeSymbol named:
                Add(named, ids);
                AddType(named.ContainingType, ids);
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    AddType(argument, ids);
                }

                foreach (AttributeData converter in named.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "MetadataConverterAttribute"))
                {
                    Add(converter.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol, ids);
                }

                break;
        }
    }

    private static void Add(ISymbol? symbol, SortedSet<string> ids)
    {
        foreach (AttributeData attribute in symbol?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
        {
            string? id = attribute.AttributeClass?.Name switch
            {
                "ObsoleteAttribute" => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value as string,
                "ExperimentalAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value as string,
                _ => null,
            };
            if (id is not null && id.Length != 0 && id.All(c => char.IsLetterOrDigit(c) || c == '_'))
            {
                ids.Add(id);
            }
        }
    }
}
