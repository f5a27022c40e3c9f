using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A record with secrets that prints itself: TMD054.</summary>
internal static class SecretRules
{
    internal static void Check(List<RecordProperty> properties, RecordContext context)
    {
        if (!properties.Exists(property => property.Declaration.Attribute is AttributeData attribute && KeyOptions.IsSensitive(attribute)))
        {
            return;
        }

        IMethodSymbol? own = context.Shape.Type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
            !method.IsImplicitlyDeclared && !ReservedMembers.IsOurs(method)
            && (method is { Name: "ToString", Parameters.IsEmpty: true } || method is { Name: ReservedMembers.PrintMembers, Parameters: [{ Type.Name: "StringBuilder" }] }));
        if (own is not null)
        {
            context.Report(RecordRuleDescriptors.PrintsItself, own.Locations[0], context.Shape.Type.Name, own.Name);
        }
    }
}
