using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Metadata and secrets on their way into a log, onto the console, into an exception's message or into a status: TMD108.</summary>
internal static class PrintRules
{
    internal static void CheckCall(IInvocationOperation call, UsageSymbols known, Action<Diagnostic> report)
    {
        bool isLogger = UsageSymbols.Same(call.TargetMethod.ContainingType, known.LoggerExtensions);
        if (isLogger || (call.TargetMethod.Name is "Write" or "WriteLine" && UsageSymbols.Same(call.TargetMethod.ContainingType, known.Console)))
        {
            Check(call.Arguments, isLogger, known, report);
        }
    }

    internal static void CheckCreation(IObjectCreationOperation creation, UsageSymbols known, Action<Diagnostic> report)
    {
        if (UsageSymbols.Same(creation.Type, known.Status) || known.IsException(creation.Type))
        {
            Check(creation.Arguments.Where(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String), isLogger: false, known, report);
        }
    }

    private static void Check(IEnumerable<IArgumentOperation> arguments, bool isLogger, UsageSymbols known, Action<Diagnostic> report)
    {
        foreach (IOperation value in arguments.SelectMany(argument => argument.Value.Leaves()))
        {
            // A logger writes the entries of a Metadata that it is given. Anything else prints its type's name.
            if (isLogger && UsageSymbols.Same(value.Type, known.Metadata))
            {
                Report(value, value.Syntax.ToString(), "is a Metadata, whose values are printed with it", "print the keys that you need, or metadata.ToRedactedString(…)");
            }

            foreach (IOperation part in value.TextParts())
            {
                if (UsageSymbols.Same(part.Type, known.Entry))
                {
                    Report(part, part.Syntax.ToString(), "is a Metadata.Entry, whose value is printed with it", "print its key, or a metadata record, which writes *** for its secrets");
                }
                else if (part.WhenNotNull().Unconverted() is IPropertyReferenceOperation { Property: IPropertySymbol property } && IsSensitive(property, known))
                {
                    Report(part, property.Name, "is sensitive, but is printed as it is", $"leave it out, or print the {property.ContainingType.Name}, which writes *** for it");
                }
            }
        }

        void Report(IOperation at, string subject, string problem, string remedy) =>
            report(Diagnostic.Create(UsageRuleDescriptors.Printed, at.Syntax.GetLocation(), subject, problem, remedy));
    }

    private static bool IsSensitive(IPropertySymbol property, UsageSymbols known) =>
        IsMarked(property, known)
        || property.ContainingType.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => parameter.Name == property.Name && IsMarked(parameter, known)))
        || (property.OverriddenProperty is IPropertySymbol overridden && IsSensitive(overridden, known));

    private static bool IsMarked(ISymbol symbol, UsageSymbols known) => symbol.GetAttributes().Any(attribute =>
        (UsageSymbols.Same(attribute.AttributeClass, known.MetadataKey) || UsageSymbols.Same(attribute.AttributeClass, known.MetadataPrefix))
        && KeyOptions.IsSensitive(attribute));
}
