using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Constants that have no value while code is generated, since another generator declares them: TMD033. They would count as not given.</summary>
internal static class ConstantRules
{
    /// <summary>What the record's own attribute and its parameters say.</summary>
    internal static void CheckDeclaration(RecordContext context)
    {
        Check(context.Shape.Attribute, context.Shape.Type.Name, context);
        foreach (IParameterSymbol parameter in context.Shape.PrimaryParameters)
        {
            CheckDefault(parameter, context);
        }
    }

    /// <summary>What the attributes of a property say, and those of the enum that it carries. Returns whether all of it is known.</summary>
    internal static bool Check(RecordProperty property, RecordContext context)
    {
        int before = context.Diagnostics.Count;
        string name = property.Property.Name;
        Check(property.Declaration.Key, name, context);
        Check(property.Declaration.Prefix, name, context);
        ITypeSymbol type = ValueTypes.Of(property.Property.Type);
        ITypeSymbol carried = MapParser.ValueOf(type) ?? ListShape.Of(type)?.Item ?? type;
        if (ValueTypes.Of(carried).TypeKind == TypeKind.Enum && property.Declaration.Converter is null)
        {
            foreach (ISymbol member in ValueTypes.Of(carried).GetMembers().Where(member => member is IFieldSymbol))
            {
                foreach (AttributeData attribute in member.GetAttributes().Where(attribute => attribute.AttributeClass?.Name is "EnumMemberAttribute" or "OriginalNameAttribute"))
                {
                    Check(attribute, $"{carried.Name}.{member.Name}", context, property.Property.Locations[0]);
                }
            }
        }

        return context.Diagnostics.Count == before;
    }

    private static void Check(AttributeData? attribute, string subject, RecordContext context, Location? place = null)
    {
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(context.Cancellation) is not AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return;
        }

        foreach (AttributeArgumentSyntax argument in arguments)
        {
            if (argument.Expression is not LiteralExpressionSyntax && IsUnknown(argument, attribute))
            {
                context.Report(RecordRuleDescriptors.UnknownConstant, place ?? argument.Expression.GetLocation(), subject, argument.Expression.ToString());
            }
        }
    }

    private static bool IsUnknown(AttributeArgumentSyntax argument, AttributeData attribute)
    {
        if (argument.NameEquals is not { Name.Identifier.ValueText: string name })
        {
            return attribute.AttributeConstructor is null || attribute.ConstructorArguments.Any(IsUnknown);
        }

        TypedConstant[] named = [.. attribute.NamedArguments.Where(one => one.Key == name).Select(one => one.Value)];
        return named.Length == 0 || named.Any(IsUnknown);
    }

    private static bool IsUnknown(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Error || (constant is { Kind: TypedConstantKind.Array, IsNull: false } && constant.Values.Any(IsUnknown));

    // The compiler gives a constant that it does not know the value null, and so it does null.
    private static void CheckDefault(IParameterSymbol parameter, RecordContext context)
    {
        ExpressionSyntax? value = parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.Cancellation)).OfType<ParameterSyntax>().FirstOrDefault()?.Default?.Value;
        bool mayBeUnknown = value is not null && (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is null) && !IsDefault(value);
        if (mayBeUnknown && !context.Known.Compilation.GetSemanticModel(value!.SyntaxTree).GetConstantValue(value, context.Cancellation).HasValue)
        {
            context.Report(RecordRuleDescriptors.UnknownConstant, value.GetLocation(), parameter.Name, value.ToString());
        }
    }

    private static bool IsDefault(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven => IsDefault(forgiven.Operand),
        ParenthesizedExpressionSyntax inner => IsDefault(inner.Expression),
        BaseObjectCreationExpressionSyntax or DefaultExpressionSyntax => true,
        _ => value.IsKind(SyntaxKind.NullLiteralExpression) || value.IsKind(SyntaxKind.DefaultLiteralExpression),
    };
}
