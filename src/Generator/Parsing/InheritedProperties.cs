using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record may derive from, and whether it can set what it inherits: TMD009.</summary>
internal static class InheritedProperties
{
    private const string Opening = "open its accessors to derived records, or mark it with [MetadataIgnore]";

    /// <summary>Only an abstract metadata record of the same compilation: of another one no initializers are seen.</summary>
    internal static void CheckBases(RecordShape shape, KnownSymbols known, List<Complaint> complaints)
    {
        foreach (INamedTypeSymbol level in shape.Lineage)
        {
            bool isItself = SymbolEqualityComparer.Default.Equals(level, shape.Type);
            bool isBase = level is { IsAbstract: true, IsRecord: true }
                && known.Find(level, known.GrpcMetadata) is not null
                && SymbolEqualityComparer.Default.Equals(level.ContainingAssembly, shape.Type.ContainingAssembly);
            if (!isItself && !isBase)
            {
                complaints.Add(Complaint(shape, level, "is not an abstract [GrpcMetadata] record of the same project", "make it one, or declare the properties in the record itself"));
                return;
            }
        }
    }

    internal static void Check(RecordShape shape, List<RecordProperty> properties, List<Complaint> complaints)
    {
        foreach (RecordProperty inherited in properties.Where(property => property.IsInherited))
        {
            IPropertySymbol property = inherited.Property;
            if (IsHidden(property, shape))
            {
                complaints.Add(Complaint(shape, property.ContainingType, $"has the property '{property.Name}', which another member hides", "rename one of them"));
            }
            else if (IsClosed(property.GetMethod))
            {
                complaints.Add(Complaint(shape, property.ContainingType, $"has the property '{property.Name}', which cannot be read from here", Opening));
            }
            else if (inherited.Parameter is null && IsClosed(property.SetMethod))
            {
                complaints.Add(Complaint(shape, property.ContainingType, $"has the property '{property.Name}', which cannot be set from here", Opening));
            }
        }
    }

    /// <summary>A base says itself what is wrong with it, and leaves nothing to derive from. What is wrong only here, such as a direction that the base has not, is said here.</summary>
    internal static void CheckComplaints(RecordShape shape, List<InheritedComplaint> inherited, KnownSymbols known, List<Complaint> complaints, CancellationToken cancellation)
    {
        bool isBroken = false;
        foreach (IGrouping<ISymbol, Complaint> level in inherited.GroupBy(one => (ISymbol)one.Base, one => one.Complaint, SymbolEqualityComparer.Default))
        {
            INamedTypeSymbol type = (INamedTypeSymbol)level.Key;
            if (known.Find(type, known.GrpcMetadata) is not AttributeData attribute)
            {
                continue; // no base at all, which is said already
            }

            List<Complaint> said = RecordParser.Parse(type, attribute, known, cancellation).Complaints;
            foreach (Complaint complaint in level)
            {
                if (!said.Exists(other => other.Rule == complaint.Rule && other.Location == complaint.Location))
                {
                    complaints.Add(complaint.At(shape.Location));
                }
                else
                {
                    isBroken |= complaint.IsStructural;
                }
            }
        }

        if (isBroken)
        {
            complaints.Add(Complaint(shape, shape.Base!, "breaks a rule itself", "mend it there"));
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

    private static Complaint Complaint(RecordShape shape, INamedTypeSymbol parent, string problem, string remedy) =>
        new(Rules.BadBase, shape.Location, shape.Type.Name, parent.Name, problem, remedy);
}
