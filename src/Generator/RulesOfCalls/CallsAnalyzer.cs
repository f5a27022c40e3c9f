using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator.Parsing;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.RulesOfCalls;

/// <summary>Reports the diagnostics of typed clients and typed services, and of the RPCs that contracts name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        CallRuleDescriptors.BadDeclaration,
        CallRuleDescriptors.BadTarget,
        CallRuleDescriptors.BadMethod,
        CallRuleDescriptors.BadRecord,
        CallRuleDescriptors.TwoRecords,
        CallRuleDescriptors.DifferentContracts,
        CallRuleDescriptors.NameTaken,
        CallRuleDescriptors.SharedKey);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.In(start.Compilation) is KnownSymbols known)
            {
                ConcurrentQueue<ContractEnd> ends = new();
                ConcurrentDictionary<(string, Location), ISymbol> reporters = new();
                start.RegisterSymbolAction(symbol => Analyze(symbol, known, ends, reporters), SymbolKind.NamedType, SymbolKind.Method);
                start.RegisterCompilationEndAction(end => ContractComparison.Report([.. ends.OrderBy(one => one.Type.ToDisplayString(), StringComparer.Ordinal)], known, end.ReportDiagnostic, end.CancellationToken));
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known, ConcurrentQueue<ContractEnd> ends, ConcurrentDictionary<(string, Location), ISymbol> reporters)
    {
        List<RecordDiagnostic> diagnostics = [];
        if (context.Symbol is INamedTypeSymbol type && type.GetAttributes().FirstOrDefault(one => CallsParser.IsOurs(one.AttributeClass)) is AttributeData attribute)
        {
            ParsedCalls parsed = CallsParser.Parse(type, attribute, known, context.CancellationToken);
            diagnostics.AddRange(parsed.Diagnostics);
            if (parsed.Model is { IsService: bool isService, Target: not null })
            {
                SharedKeyRule.Check(type, parsed.Contracts, known, diagnostics, context.CancellationToken);
                ends.Enqueue(new ContractEnd(type, isService, attribute, parsed.Contracts));
            }
        }
        else
        {
            MethodRules.Check(context.Symbol, diagnostics, context.CancellationToken);
        }

        // A client and a service may name the same contract: one of them reports it.
        foreach (RecordDiagnostic diagnostic in diagnostics.Where(one => ReferenceEquals(reporters.GetOrAdd((one.Text, one.Location), context.Symbol), context.Symbol)))
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
