using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Comparisons with entries of a raw <c>Metadata</c> that never hold: TMD111 and TMD112.</summary>
internal static class EntryRules
{
    /// <summary>A new entry is looked for, and entries are compared by reference.</summary>
    internal static void CheckCall(IInvocationOperation call, UsageSymbols known, Action<Diagnostic> report)
    {
        string method = call.TargetMethod.Name;
        if (method is "Contains" or "Remove" or "IndexOf"
            && UsageSymbols.Same(call.Instance?.Type, known.Metadata)
            && call.Arguments.For(0)?.Unconverted() is IObjectCreationOperation created
            && UsageSymbols.Same(created.Type, known.Entry))
        {
            string remedy = method == "Remove" ? "remove the entry that Get returns" : "compare the value that GetValue returns";
            report(Diagnostic.Create(UsageRuleDescriptors.NewEntrySought, created.Syntax.GetLocation(), $"{method}(new Metadata.Entry(…))", remedy));
        }

        if (method == "Equals" && IsOrdinal(call))
        {
            CheckPair(call.Instance ?? call.Arguments.For(0), call.Arguments.For(call.Instance is null ? 1 : 0), known, report);
        }
    }

    internal static void CheckComparison(IBinaryOperation comparison, UsageSymbols known, Action<Diagnostic> report)
    {
        if (comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            CheckPair(comparison.LeftOperand, comparison.RightOperand, known, report);
        }
    }

    internal static void CheckPattern(IPropertySubpatternOperation property, UsageSymbols known, Action<Diagnostic> report)
    {
        if (property.Pattern is IConstantPatternOperation constant)
        {
            CheckPair(property.Member, constant.Value, known, report);
        }
    }

    private static void CheckPair(IOperation? one, IOperation? other, UsageSymbols known, Action<Diagnostic> report)
    {
        if (one is null || other is null)
        {
            return;
        }

        IOperation? compared = IsKeyOfEntry(one, known) ? other : IsKeyOfEntry(other, known) ? one : null;
        if (compared?.Unconverted().ConstantText() is string key && KeyGrammar.HasUpperCase(key))
        {
            report(Diagnostic.Create(UsageRuleDescriptors.UpperCaseComparison, compared.Syntax.GetLocation(), key, key.ToLowerInvariant()));
        }
    }

    private static bool IsKeyOfEntry(IOperation operation, UsageSymbols known) =>
        operation.WhenNotNull().Unconverted() is IPropertyReferenceOperation { Property: { Name: "Key" } property } && UsageSymbols.Same(property.ContainingType, known.Entry);

    private static bool IsOrdinal(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String
        && call.Arguments.All(argument => argument.Parameter?.Type.Name != "StringComparison" || argument.Value.ConstantValue is { HasValue: true, Value: (int)StringComparison.Ordinal });
}
