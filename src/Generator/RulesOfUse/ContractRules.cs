using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Attributes of ours that name a record, whose type parameter has no constraint: TMD110.</summary>
internal static class ContractRules
{
    internal static void Check(ISymbol declared, UsageSymbols known, CancellationToken cancellation, Action<Diagnostic> report)
    {
        foreach (AttributeData attribute in declared.GetAttributes())
        {
            if (attribute.AttributeClass is not { TypeArguments: [ITypeSymbol record] } named
                || known.ContractPosition(named) is not Position position
                || record.TypeKind == TypeKind.Error
                || known.PositionsOf(record).Contains(position)
                || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
            {
                continue;
            }

            bool isRecord = known.PositionsOf(record).Any();
            SyntaxNode place = syntax.DescendantNodes().OfType<TypeArgumentListSyntax>().FirstOrDefault()?.Arguments[0] ?? (SyntaxNode)syntax;
            report(Diagnostic.Create(
                UsageRuleDescriptors.WrongContract,
                place.GetLocation(),
                record.Name,
                $"is not {position.Adjective} metadata, which [{position.Name}Metadata] names",
                isRecord ? $"add MetadataPositions.{position.Name} to its [GrpcMetadata]" : $"make it a [GrpcMetadata{(position == Position.Request ? "" : $"(MetadataPositions.{position.Name})")}] partial record"));
        }
    }
}
