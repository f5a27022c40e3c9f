using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Metadata and secrets on their way into a log or onto the console: TMD108.</summary>
internal static class PrintRules
{
    internal static void CheckCall(IInvocationOperation call, UsageSymbols known, Action<Diagnostic> report)
    {
        if (!Prints(call.TargetMethod, known))
        {
            return;
        }

        foreach (IOperation value in call.Arguments.SelectMany(argument => argument.Value.Leaves()))
        {
            Check(value, known, report);
        }
    }

    /// <summary>A hole of an interpolated string, whoever makes text of it.</summary>
    internal static void CheckHole(IOperation hole, UsageSymbols known, Action<Diagnostic> report)
    {
        IOperation? value = hole switch
        {
            IInterpolationOperation interpolation => interpolation.Expression,
            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append } => append.Arguments.For(append.TargetMethod.IsExtensionMethod ? 1 : 0),
            _ => null,
        };
        if (value is not null)
        {
            Check(value.Unconverted(), known, report);
        }
    }

    private static bool Prints(IMethodSymbol method, UsageSymbols known) =>
        UsageSymbols.Same(method.ContainingType, known.LoggerExtensions)
        || (method.Name is "Write" or "WriteLine" && UsageSymbols.Same(method.ContainingType, known.Console));

    private static void Check(IOperation value, UsageSymbols known, Action<Diagnostic> report)
    {
        Location location = value.Syntax.GetLocation();
        if (UsageSymbols.Same(value.Type, known.Metadata) || UsageSymbols.Same(value.Type, known.Entry))
        {
            string what = UsageSymbols.Same(value.Type, known.Metadata) ? "Metadata" : "Metadata.Entry";
            report(Diagnostic.Create(UsageRuleDescriptors.Printed, location, value.Syntax.ToString(), $"is a {what}, whose values are printed with it", "print the keys that you need, or a metadata record, which writes *** for its secrets"));
        }
        else if (value.WhenNotNull().Unconverted() is IPropertyReferenceOperation { Property: IPropertySymbol property } && IsSensitive(property, known))
        {
            report(Diagnostic.Create(UsageRuleDescriptors.Printed, location, property.Name, "is sensitive, but is printed as it is", $"leave it out, or print the {property.ContainingType.Name}, which writes *** for it"));
        }
    }

    private static bool IsSensitive(IPropertySymbol property, UsageSymbols known) =>
        IsMarked(property, known)
        || property.ContainingType.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => parameter.Name == property.Name && IsMarked(parameter, known)))
        || (property.OverriddenProperty is IPropertySymbol overridden && IsSensitive(overridden, known));

    private static bool IsMarked(ISymbol symbol, UsageSymbols known) => symbol.GetAttributes().Any(attribute =>
        (UsageSymbols.Same(attribute.AttributeClass, known.MetadataKey) || UsageSymbols.Same(attribute.AttributeClass, known.MetadataPrefix))
        && KeyOptions.IsSensitive(attribute));
}
