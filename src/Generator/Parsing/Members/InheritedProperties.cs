using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record may derive from, and whether it can set what it inherits: TMD009.</summary>
internal static class InheritedProperties
{
    private const string Opening = "open its accessors to derived records, or mark it with [MetadataIgnore]";

    /// <summary>Only an abstract metadata record of the same compilation: of another one no initializers are seen.</summary>
    internal static void CheckBases(RecordShape shape, KnownSymbols known, List<RecordDiagnostic> diagnostics)
    {
        foreach (INamedTypeSymbol level in shape.Lineage)
        {
            bool isItself = SymbolEqualityComparer.Default.Equals(level, shape.Type);
            bool isBase = level is { IsAbstract: true, IsRecord: true }
                && known.Find(level, known.GrpcMetadata) is not null
                && SymbolEqualityComparer.Default.Equals(level.ContainingAssembly, shape.Type.ContainingAssembly);
            if (!isItself && !isBase)
            {
                diagnostics.Add(RecordDiagnostic(shape, level, "is not an abstract [GrpcMetadata] record of the same project", "make it one, or declare the properties in the record itself"));
                return;
            }
        }
    }

    internal static void Check(RecordShape shape, List<RecordProperty> properties, List<RecordDiagnostic> diagnostics)
    {
        foreach (RecordProperty inherited in properties.Where(property => property.IsInherited))
        {
            IPropertySymbol property = inherited.Property;
            if (IsHidden(property, shape))
            {
                diagnostics.Add(RecordDiagnostic(shape, property.ContainingType, $"has the property '{property.Name}', which another member hides", "rename one of them"));
            }
            else if (IsClosed(property.GetMethod))
            {
                diagnostics.Add(RecordDiagnostic(shape, property.ContainingType, $"has the property '{property.Name}', which cannot be read from here", Opening));
            }
            else if (inherited.Parameter is null && IsClosed(property.SetMethod))
            {
                diagnostics.Add(RecordDiagnostic(shape, property.ContainingType, $"has the property '{property.Name}', which cannot be set from here", Opening));
            }
        }
    }

    /// <summary>A base says itself what is wrong with it, and leaves nothing to derive from. What is wrong only here, such as a position that the base has not, is said here.</summary>
    internal static void CheckDiagnostics(RecordShape shape, List<InheritedDiagnostic> inherited, KnownSymbols known, List<RecordDiagnostic> diagnostics, CancellationToken cancellation)
    {
        bool isBroken = false;
        foreach (IGrouping<ISymbol, RecordDiagnostic> level in inherited.GroupBy(one => (ISymbol)one.Base, one => one.RecordDiagnostic, SymbolEqualityComparer.Default))
        {
            INamedTypeSymbol type = (INamedTypeSymbol)level.Key;
            if (known.Find(type, known.GrpcMetadata) is not AttributeData attribute)
            {
                continue; // no base at all, which is said already
            }

            List<RecordDiagnostic> said = RecordParser.Parse(type, attribute, known, cancellation).Diagnostics;
            foreach (RecordDiagnostic diagnostic in level)
            {
                if (!said.Exists(other => other.Rule == diagnostic.Rule && other.Location == diagnostic.Location))
                {
                    diagnostics.Add(diagnostic.At(shape.Location));
                }
                else
                {
                    isBroken |= diagnostic.IsStructural;
                }
            }
        }

        if (isBroken)
        {
            diagnostics.Add(RecordDiagnostic(shape, shape.Base!, "breaks a rule itself", "repair it there"));
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

    private static RecordDiagnostic RecordDiagnostic(RecordShape shape, INamedTypeSymbol parent, string problem, string remedy) =>
        new(RecordRuleDescriptors.BadBase, shape.Location, shape.Type.Name, parent.Name, problem, remedy);
}
