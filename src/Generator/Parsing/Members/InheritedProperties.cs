using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record may derive from, and whether it can set what it inherits: TMD009.</summary>
internal static class InheritedProperties
{
    private const string Opening = "open its accessors to derived records, or mark it with [MetadataIgnore]";

    /// <summary>Only an abstract metadata record of the same compilation: of another one no initializers are seen.</summary>
    internal static void CheckBases(RecordContext context)
    {
        (RecordShape shape, KnownSymbols known) = (context.Shape, context.Known);
        foreach (INamedTypeSymbol level in shape.Lineage)
        {
            bool isItself = SymbolEqualityComparer.Default.Equals(level, shape.Type);
            bool isBase = level is { IsAbstract: true, IsRecord: true }
                && known.Find(level, known.GrpcMetadata) is not null
                && SymbolEqualityComparer.Default.Equals(level.ContainingAssembly, shape.Type.ContainingAssembly);
            if (!isItself && !isBase)
            {
                Report(context, level, "is not an abstract [GrpcMetadata] record of the same project", level is { IsRecord: true } && known.Find(level, known.GrpcMetadata) is not null ? "hold it as a property, which works across projects" : "make it one, or declare the properties in the record itself");
                return;
            }
        }
    }

    internal static void Check(List<RecordProperty> properties, RecordContext context)
    {
        foreach (RecordProperty inherited in properties.Where(property => property.IsInherited))
        {
            IPropertySymbol property = inherited.Property;
            if (IsHidden(property, context.Shape))
            {
                Report(context, property.ContainingType, $"has the property '{property.Name}', which another member hides", "rename one of them");
            }
            else if (IsClosed(property.GetMethod))
            {
                Report(context, property.ContainingType, $"has the property '{property.Name}', which cannot be read from here", Opening);
            }
            else if (inherited.Parameter is null && IsClosed(property.SetMethod))
            {
                Report(context, property.ContainingType, $"has the property '{property.Name}', which cannot be set from here", Opening);
            }
        }
    }

    /// <summary>Whether a type below the property's own declares it anew, in which case that one counts.</summary>
    internal static bool IsOverridden(IPropertySymbol property, RecordShape shape)
    {
        foreach (IPropertySymbol other in shape.Lineage.SelectMany(level => level.GetMembers(property.Name)).OfType<IPropertySymbol>())
        {
            for (IPropertySymbol? overridden = other.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
            {
                if (SymbolEqualityComparer.Default.Equals(overridden, property))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Generated code would name the member that hides it, whether that goes on the wire or not.
    private static bool IsHidden(IPropertySymbol property, RecordShape shape) => shape.Lineage
        .SkipWhile(level => !SymbolEqualityComparer.Default.Equals(level, property.ContainingType))
        .Skip(1)
        .SelectMany(level => level.GetMembers(property.Name))
        .Any(member => !member.IsOverride && (member.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(member.ContainingType, shape.Type)));

    private static bool IsClosed(IMethodSymbol? accessor) => accessor is null or { DeclaredAccessibility: Accessibility.Private };

    /// <summary>Reports what a record may not derive from.</summary>
    internal static void Report(RecordContext context, INamedTypeSymbol parent, string problem, string remedy) =>
        context.Report(RecordRuleDescriptors.BadBase, context.Shape.Location, context.Shape.Type.Name, parent.Name, problem, remedy);
}
