using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Reports how metadata is used, typed or not, where the project asks for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The MSBuild property that switches these rules on, as the compiler hands it over.</summary>
    internal const string Switch = "build_property.TypedMetadataUsageRules";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UsageRuleDescriptors.WrongKind,
        UsageRuleDescriptors.MalformedKey,
        UsageRuleDescriptors.ReservedKey,
        UsageRuleDescriptors.TextOfBinary,
        UsageRuleDescriptors.BytesOfText,
        UsageRuleDescriptors.UnsendableText,
        UsageRuleDescriptors.UpperCaseKey,
        UsageRuleDescriptors.BinaryRequestHeader,
        UsageRuleDescriptors.Printed,
        UsageRuleDescriptors.RawRecord,
        UsageRuleDescriptors.WrongContract,
        UsageRuleDescriptors.NewEntrySought,
        UsageRuleDescriptors.UpperCaseComparison,
        UsageRuleDescriptors.UncheckedContract,
        UsageRuleDescriptors.MisplacedContract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (IsOn(start.Options) && UsageSymbols.In(start.Compilation) is UsageSymbols known)
            {
                start.RegisterSymbolAction(symbol => ContractRules.Check(symbol.Symbol, known, symbol.CancellationToken, symbol.ReportDiagnostic), SymbolKind.NamedType, SymbolKind.Method);
                ServiceSetup setup = new(known);
                start.RegisterOperationAction(operation => setup.See((IInvocationOperation)operation.Operation), OperationKind.Invocation);
                start.RegisterCompilationEndAction(end => setup.Report(end.ReportDiagnostic));
                start.RegisterOperationAction(operation => AnalyzeCall(operation, known), OperationKind.Invocation);
                start.RegisterOperationAction(operation => AnalyzeCreation(operation, known), OperationKind.ObjectCreation);
                start.RegisterOperationAction(operation => EntryRules.CheckComparison((IBinaryOperation)operation.Operation, known, operation.ReportDiagnostic), OperationKind.Binary);
                start.RegisterOperationAction(operation => EntryRules.CheckPattern((IPropertySubpatternOperation)operation.Operation, known, operation.ReportDiagnostic), OperationKind.PropertySubpattern);
            }
        });
    }

    private static bool IsOn(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Switch, out string? value)
        && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    private static void AnalyzeCall(OperationAnalysisContext context, UsageSymbols known)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (RawWrite.Of(call.TargetMethod, call.Arguments, known, call.Instance) is RawWrite write)
        {
            WriteRules.Check(write, context.ReportDiagnostic);
        }
        else if (RawRead.Of(call, known) is RawRead read)
        {
            ReadRules.Check(read, known, context.ReportDiagnostic);
        }

        PrintRules.CheckCall(call, known, context.ReportDiagnostic);
        EntryRules.CheckCall(call, known, context.ReportDiagnostic);
        TypedRecordRules.Check(RecordSink.Of(call, known), known, context.ReportDiagnostic);
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, UsageSymbols known)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation.Constructor is not IMethodSymbol constructor)
        {
            return;
        }

        if (RawWrite.Of(constructor, creation.Arguments, known) is RawWrite write)
        {
            WriteRules.Check(write, context.ReportDiagnostic);
        }

        PrintRules.CheckCreation(creation, known, context.ReportDiagnostic);
        TypedRecordRules.Check(RecordSink.Of(constructor, creation.Arguments, known), known, context.ReportDiagnostic);
    }
}
