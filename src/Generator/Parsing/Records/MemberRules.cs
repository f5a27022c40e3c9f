using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Members that look as if the generator used them, and that it does not: TMD014 and TMD015.</summary>
internal static class MemberRules
{
    internal static void Check(RecordContext context)
    {
        INamedTypeSymbol type = context.Shape.Type;
        if (context.Shape.ValidateModifiers is null)
        {
            foreach (IMethodSymbol method in type.GetMembers(ReservedMembers.Validate).OfType<IMethodSymbol>().Where(method => LooksLikeHook(method, type)))
            {
                context.Report(RecordRuleDescriptors.IdleValidate, method.Locations[0], $"{type.Name}.{method.Name}", WhyNot(method, context.Shape), type.Name);
            }
        }

        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            bool isMarked = context.Known.Find(field, context.Known.MetadataKey) is not null || context.Known.Find(field, context.Known.MetadataIgnore) is not null;
            if (field is { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } && !isMarked)
            {
                context.Report(RecordRuleDescriptors.FieldIsNoKey, field.Locations[0], field.Name);
            }
        }
    }

    private static bool LooksLikeHook(IMethodSymbol method, INamedTypeSymbol type) => method.Parameters.Any(parameter =>
        SymbolEqualityComparer.Default.Equals(parameter.Type, type)
        || parameter.Type is INamedTypeSymbol { TypeArguments: [{ Name: "MetadataError", ContainingNamespace.Name: "TypedMetadata" }] });

    private static string WhyNot(IMethodSymbol method, RecordShape shape) =>
        !method.IsStatic ? "it is not static"
        : !method.ReturnsVoid ? "it returns a value"
        : !shape.HasParametersOfValidate(method) ? "its parameters are others"
        : "it is not partial";
}
