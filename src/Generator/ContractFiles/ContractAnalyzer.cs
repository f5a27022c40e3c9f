using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>Reports breaking changes of the metadata in a project that has a contract file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ContractRuleDescriptors.KeyRemoved,
        ContractRuleDescriptors.KindChanged,
        ContractRuleDescriptors.FormatChanged,
        ContractRuleDescriptors.BecameRequired,
        ContractRuleDescriptors.BecameOptional,
        ContractRuleDescriptors.BecamePublic,
        ContractRuleDescriptors.LimitLowered,
        ContractRuleDescriptors.AliasRemoved,
        ContractRuleDescriptors.RecordRemoved,
        ContractRuleDescriptors.UnreadableFile);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        if (ContractSettings.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions) is { IsUpdated: false } settings
            && KnownSymbols.In(context.Compilation) is KnownSymbols known
            && CurrentContract.Of(known, context.CancellationToken) is ContractDocument current)
        {
            AdditionalText? file = context.Options.AdditionalFiles.FirstOrDefault(one => ContractSettings.IsContract(one, context.Options.AnalyzerConfigOptionsProvider));
            ContractCheck.Report(settings.Path, file, current, context.ReportDiagnostic, context.CancellationToken);
        }
    }
}
