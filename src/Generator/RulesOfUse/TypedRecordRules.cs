using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>A typed record where raw metadata goes: TMD109.</summary>
internal static class TypedRecordRules
{
    internal static void Check(RecordSink? sink, UsageSymbols known, Action<Diagnostic> report)
    {
        if (sink is null || RecordIn(sink.Value) is not ITypeSymbol record)
        {
            return;
        }

        Position[] positions = known.PositionsOf(record).ToArray();
        if (positions.Length == 0)
        {
            return;
        }

        Location location = sink.Value.Unconverted().Syntax.GetLocation();
        if (!positions.Contains(sink.Position))
        {
            string own = string.Join(" and ", positions.Select(position => position.Adjective));
            string remedy = string.Join(" or ", positions.Select(position => position.Remedy));
            report(Diagnostic.Create(UsageRuleDescriptors.RawRecord, location, record.Name, $"is {own} metadata, but is given to {sink.Name}, which sends {sink.Position.Adjective} metadata", $"{remedy}, or add MetadataPositions.{sink.Position.Name} to its [GrpcMetadata]"));
        }
        else if (sink.Position != Position.Request && known.HasTypedServer && (!sink.IsThrown || HasCallAtHand(sink.Value, known)))
        {
            report(Diagnostic.Create(UsageRuleDescriptors.RawRecord, location, record.Name, $"is given to {sink.Name}, {sink.Cost}", sink.Remedy));
        }
    }

    // An exception factory has no call whose trailers it could set.
    private static bool HasCallAtHand(IOperation value, UsageSymbols known) =>
        value.SemanticModel?.LookupSymbols(value.Syntax.SpanStart).Any(symbol => known.IsServerCall(symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        })) == true;

    // The record itself, its ToMetadata(), or its conversion to Metadata.
    private static ITypeSymbol? RecordIn(IOperation given)
    {
        IOperation value = given.Unconverted().WhenNotNull();
        return value switch
        {
            IInvocationOperation { TargetMethod: { Name: ReservedMembers.ToMetadata, Parameters.IsEmpty: true }, Instance: IOperation instance } => instance.Type,
            IConversionOperation { OperatorMethod: IMethodSymbol conversion } => DoesNotCompile(conversion) ? null : conversion.ContainingType,
            _ => value.Type,
        };
    }

    // The compiler has rejected that already, with the remedy.
    private static bool DoesNotCompile(IMethodSymbol conversion) => conversion.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "ObsoleteAttribute" && attribute.ConstructorArguments.Any(argument => argument.Value is true));
}
