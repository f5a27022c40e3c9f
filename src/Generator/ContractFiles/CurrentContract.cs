using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Caching;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>The contract of a project as its code declares it: its records, its typed clients and typed services, and the records of other assemblies that these name.</summary>
internal static class CurrentContract
{
    /// <summary>The contract. Null where it is unknown, since a record, a typed client or a typed service breaks a structural rule and so fails the build anyway.</summary>
    internal static ContractDocument? Of(KnownSymbols known, CancellationToken cancellation)
    {
        Dictionary<string, ContractRecord> records = new(StringComparer.Ordinal);
        List<ServiceEnd> ends = [];
        foreach (INamedTypeSymbol type in Types(known.Compilation.Assembly.GlobalNamespace))
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<AttributeData> attributes = type.GetAttributes();
            if (attributes.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.AttributeClass, known.GrpcMetadata)) is AttributeData ofRecord)
            {
                switch (ModelOf(type, ofRecord, known, cancellation))
                {
                    case RecordModel model:
                        ContractRecord record = RecordContract.Of(type, model.Type, model.Keys, model.Nested, known, cancellation);
                        records[record.Type] = record;
                        break;
                    case null or SkeletonModel:
                        return null;
                }
            }

            if (attributes.FirstOrDefault(one => CallsParser.IsOurs(one.AttributeClass)) is AttributeData ofCalls)
            {
                ParsedCalls parsed = CallsParser.Parse(type, ofCalls, known, cancellation);
                if (parsed.Model is not { Target: not null, Problems.Count: 0 })
                {
                    return null;
                }

                ends.Add(new ServiceEnd(type, ofCalls, parsed));
            }
        }

        foreach (INamedTypeSymbol record in ends.SelectMany(static end => end.Records))
        {
            string name = RecordContract.TypeName(record.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
            if (!records.ContainsKey(name))
            {
                records.Add(name, RecordContract.OfReferenced(record, known, cancellation));
            }
        }

        return new ContractDocument
        {
            Version = ContractDocument.CurrentVersion,
            Services = ServiceContract.Of(ends, known.Compilation),
            Records = [.. records.Values.OrderBy(static record => record.Type, StringComparer.Ordinal)],
        };
    }

    // A record that was parsed before, at this keystroke or an earlier one, is not parsed again.
    private static ParsedModel? ModelOf(INamedTypeSymbol type, AttributeData attribute, KnownSymbols known, CancellationToken cancellation)
    {
        ParsedModel? Parse() => RecordParser.Parse(type, attribute, known, cancellation).Model;
        return attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent is SyntaxNode declaration
            ? ModelCache.ModelOf(declaration, known.Compilation, Parse, cancellation)
            : Parse();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol owner) => owner.GetMembers().SelectMany(static member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type => Types(type).Prepend(type),
        _ => [],
    });
}
