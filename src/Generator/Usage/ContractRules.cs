using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.Generator.Usage;

/// <summary>Attributes of ours that name a record, whose type parameter has no constraint: TMD110.</summary>
internal static class ContractRules
{
    internal static void Check(ISymbol declared, UsageSymbols known, CancellationToken cancellation, Action<Diagnostic> report)
    {
        foreach (AttributeData attribute in declared.GetAttributes())
        {
            if (attribute.AttributeClass is not { TypeArguments: [ITypeSymbol record] } named
                || known.ContractDirection(named) is not Direction direction
                || record.TypeKind == TypeKind.Error
                || known.DirectionsOf(record).Contains(direction)
                || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
            {
                continue;
            }

            bool isRecord = known.DirectionsOf(record).Any();
            SyntaxNode place = syntax.DescendantNodes().OfType<TypeArgumentListSyntax>().FirstOrDefault()?.Arguments[0] ?? (SyntaxNode)syntax;
            report(Diagnostic.Create(
                UsageRules.WrongContract,
                place.GetLocation(),
                record.Name,
                $"is not {direction.Adjective} metadata, which [{direction.Name}Metadata] names",
                isRecord ? $"add MetadataDirections.{direction.Name} to its [GrpcMetadata]" : $"make it a [GrpcMetadata{(direction == Direction.Request ? "" : $"(MetadataDirections.{direction.Name})")}] partial record"));
        }
    }
}
