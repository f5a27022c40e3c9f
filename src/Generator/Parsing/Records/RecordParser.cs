using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>
/// Decides everything about one record: what the generator prints and what the analyzer reports. A structural diagnostic and a
/// record model exclude each other.
/// </summary>
internal static class RecordParser
{
    internal static ParsedRecord Parse(INamedTypeSymbol type, AttributeData attribute, KnownSymbols known, CancellationToken cancellation) =>
        Parse(new RecordContext(type, attribute, known, cancellation));

    /// <summary>The keys of a record's own properties that follow from their names; none of a type that is no metadata record.</summary>
    internal static List<OwnedKey> DerivedKeys(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (KnownSymbols.In(compilation) is not KnownSymbols known || known.Find(type, known.GrpcMetadata) is not AttributeData attribute)
        {
            return [];
        }

        RecordContext context = new(type, attribute, known, cancellation);
        return MemberParser.Parse(RecordProperties.Of(context), context).DerivedKeys;
    }

    /// <summary>Every key of a record, those of records inside it too.</summary>
    internal static List<OwnedKey> Keys(INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellation)
    {
        RecordContext context = new(type, known.Find(type, known.GrpcMetadata)!, known, cancellation);
        List<OwnedKey> keys = MemberParser.Parse(RecordProperties.Of(context), context).OwnedKeys;
        return type.DeclaringSyntaxReferences.IsEmpty ? [.. keys, .. HiddenKeys.In(type, keys)] : keys;
    }

    private static ParsedRecord Parse(RecordContext context)
    {
        if (!ShapeRules.AllowAnotherPart(context))
        {
            return new ParsedRecord(null, context.Diagnostics);
        }

        ShapeRules.Check(context);
        MemberRules.Check(context);
        ConstantRules.CheckDeclaration(context);
        InheritedProperties.CheckBases(context);
        List<RecordProperty> properties = RecordProperties.Of(context);
        InheritedProperties.Check(properties, context);
        ParsedMembers members = MemberParser.Parse(properties, context);
        CheckInherited(members.Inherited, context);
        PrintingModel printing = Printing.Of(context.Shape, context.Known);
        SecretRules.Check(properties, context);
        INamedTypeSymbol type = context.Shape.Type;
        if (properties.Count == 0 && !type.IsAbstract)
        {
            context.Report(RecordRuleDescriptors.NoKeys, context.Shape.Location, type.Name);
        }

        ParsedModel model = context.Diagnostics.Exists(diagnostic => diagnostic.IsStructural) ? SkeletonModelBuilder.Of(properties, context)
            : type.IsAbstract ? new AbstractModel(context.Record, printing, RecordEquality.Of(type), AnnouncedDiagnostics.Of(properties, context))
            : RecordModelBuilder.Of(properties, members, printing, context);
        return new ParsedRecord(model, context.Diagnostics);
    }

    // A base says itself what is wrong with it, and leaves nothing to derive from. What is wrong only here, such as a position that the base has not, is said here.
    private static void CheckInherited(List<InheritedDiagnostic> inherited, RecordContext context)
    {
        bool isBroken = false;
        foreach (IGrouping<ISymbol, RecordDiagnostic> level in inherited.GroupBy(one => (ISymbol)one.Base, one => one.RecordDiagnostic, SymbolEqualityComparer.Default))
        {
            INamedTypeSymbol parent = (INamedTypeSymbol)level.Key;
            if (context.Known.Find(parent, context.Known.GrpcMetadata) is null)
            {
                continue; // no base at all, which is said already
            }

            List<RecordDiagnostic> said = Parse(context.Of(parent)).Diagnostics;
            foreach (RecordDiagnostic diagnostic in level)
            {
                if (!said.Exists(other => other.Rule == diagnostic.Rule && other.Location == diagnostic.Location))
                {
                    context.Diagnostics.Add(diagnostic.At(context.Shape.Location));
                }
                else
                {
                    isBroken |= diagnostic.IsStructural;
                }
            }
        }

        if (isBroken)
        {
            InheritedProperties.Report(context, context.Shape.Base!, "breaks a rule itself", "repair it there");
        }
    }
}

/// <summary>What the parser returns.</summary>
/// <param name="Model">The record's model, a skeleton's, or null for a type that can have no other part.</param>
/// <param name="Diagnostics">Every rule that it breaks.</param>
internal sealed record ParsedRecord(ParsedModel? Model, List<RecordDiagnostic> Diagnostics);
