using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Whether a property has something to be when its key is absent.</summary>
internal static class PropertyPresence
{
    internal static Presence PresenceOf(IPropertySymbol property, IParameterSymbol? parameter, CancellationToken cancellation)
    {
        bool hasDefault = parameter is not null ? HasDefault(parameter) : HasInitializer(property, cancellation);
        return hasDefault || IsNullable(property.Type) ? Presence.Optional : Presence.Required;
    }

    internal static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.NullableAnnotation == NullableAnnotation.Annotated;

    internal static bool HasInitializer(IPropertySymbol property, CancellationToken cancellation) =>
        PropertyParts.Of(property, cancellation).Any(part =>
            part is { Initializer.Value: ExpressionSyntax value }
            && !value.IsKind(SyntaxKind.NullLiteralExpression)
            && !(value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven
                && (forgiven.Operand.IsKind(SyntaxKind.NullLiteralExpression) || forgiven.Operand.IsKind(SyntaxKind.DefaultLiteralExpression) || forgiven.Operand.IsKind(SyntaxKind.DefaultExpression))));

    // null! and default! only quiet the compiler.
    private static bool HasDefault(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue
        && !(parameter.ExplicitDefaultValue is null && parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated });
}
