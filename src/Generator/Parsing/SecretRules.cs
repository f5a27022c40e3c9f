using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A record with secrets that prints itself: TMD054.</summary>
internal static class SecretRules
{
    internal static void Check(RecordShape shape, List<RecordProperty> properties, List<Complaint> complaints)
    {
        if (!properties.Exists(property => property.Declaration.Mark is AttributeData mark && KeyOptions.IsSensitive(mark)))
        {
            return;
        }

        IMethodSymbol? own = shape.Type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
            !method.IsImplicitlyDeclared && !GeneratedNames.IsOurs(method)
            && (method is { Name: "ToString", Parameters.IsEmpty: true } || method is { Name: GeneratedNames.PrintMembers, Parameters: [{ Type.Name: "StringBuilder" }] }));
        if (own is not null)
        {
            complaints.Add(new Complaint(Rules.PrintsItself, own.Locations[0], shape.Type.Name, own.Name));
        }
    }
}
