using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Attributes of ours that name a record: of the wrong position, since their type parameter has no constraint (TMD110), or where no call arrives (TMD114).</summary>
internal static class ContractRules
{
    internal static void Check(ISymbol declared, UsageSymbols known, CancellationToken cancellation, Action<Diagnostic> report)
    {
        ImmutableArray<AttributeData> attributes = declared.GetAttributes();
        if (attributes.Any(attribute => CallsParser.IsOurs(attribute.AttributeClass)))
        {
            return; // TMD123 is about the records of typed clients and services
        }

        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass is not { TypeArguments: [ITypeSymbol record] } named
                || known.ContractPosition(named) is not Position position
                || record.TypeKind == TypeKind.Error
                || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
            {
                continue;
            }

            if (!known.PositionsOf(record).Contains(position))
            {
                report(WrongPosition(record, position, known.PositionsOf(record).Any(), syntax));
            }
            else if (Misplaced(declared) is (string what, string remedy))
            {
                report(Diagnostic.Create(UsageRuleDescriptors.MisplacedContract, syntax.GetLocation(), declared.Name, what, position.Name, remedy));
            }
        }
    }

    private static Diagnostic WrongPosition(ITypeSymbol record, Position position, bool isRecord, AttributeSyntax attribute)
    {
        SyntaxNode place = attribute.DescendantNodes().OfType<TypeArgumentListSyntax>().FirstOrDefault()?.Arguments[0] ?? (SyntaxNode)attribute;
        return Diagnostic.Create(
            UsageRuleDescriptors.WrongContract,
            place.GetLocation(),
            record.Name,
            $"is not {position.Adjective} metadata, which [{position.Name}Metadata] names",
            isRecord ? $"add MetadataPositions.{position.Name} to its [GrpcMetadata]" : $"make it a [GrpcMetadata{(position == Position.Request ? "" : $"(MetadataPositions.{position.Name})")}] partial record");
    }

    private static (string What, string Remedy)? Misplaced(ISymbol declared) => declared switch
    {
        INamedTypeSymbol type when !CanBeContract(type) && !ServiceSymbols.IsService(type) =>
            ("no gRPC service", "move it to the class that is mapped; if this is the contract of a typed client or service, make it a static class"),
        IMethodSymbol method when !ServiceSymbols.IsRpc(method) => ("no RPC of a gRPC service", "move it to a method that overrides one of the generated base class"),
        _ => null,
    };

    // What has no instance can serve no call, and is a contract that typed clients and services name.
    private static bool CanBeContract(INamedTypeSymbol type) => type.IsStatic || type.IsAbstract || type.TypeKind == TypeKind.Interface;
}
