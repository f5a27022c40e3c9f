using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A record with secrets that prints itself: TMD054.</summary>
internal static class SecretRules
{
    internal static void Check(RecordShape shape, List<FieldModel> fields, List<Complaint> complaints)
    {
        if (!fields.Exists(field => field.Options.Sensitive))
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
