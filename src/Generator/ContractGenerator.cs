using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedMetadata.Generator.ContractFiles;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator;

/// <summary>
/// In a build that updates the contract file, adds a file with the contract, from which the targets of the package write the contract file. In a build without analyzers, reports what
/// <see cref="ContractAnalyzer"/> would. In all others it does nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <summary>The step that returns the contract of the code, for tests of what is computed again.</summary>
    internal const string ContractStep = "Contract";

    /// <summary>The generated file, which the targets of the package read.</summary>
    internal const string HintName = "TypedMetadata.Contract.g.cs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ContractSettings?> settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ContractSettings.Of(options.GlobalOptions) is { } found && (found.IsUpdated || !found.HasAnalyzers) ? found : null);

        // The only pipeline on the whole compilation: it ends here, at a look at the settings, in all builds but the two above. The contract is text, which can be compared with that of the last run.
        IncrementalValueProvider<string?> contracts = context.CompilationProvider.Combine(settings)
            .Select(static (pair, cancellation) => pair.Right is null ? null : ContractIn(pair.Left, cancellation))
            .WithTrackingName(ContractStep);
        IncrementalValueProvider<ImmutableArray<AdditionalText>> files = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => ContractSettings.IsContract(pair.Left, pair.Right))
            .Select(static (pair, _) => pair.Left)
            .Collect();
        context.RegisterSourceOutput(contracts.Combine(files).Combine(settings), static (output, input) =>
        {
            if (input is { Left: { Left: string contract, Right: var files }, Right: ContractSettings settings })
            {
                Output(output, contract, files.FirstOrDefault(), settings);
            }
        });
    }

    private static string? ContractIn(Compilation compilation, CancellationToken cancellation) =>
        KnownSymbols.In(compilation) is KnownSymbols known && CurrentContract.Of(known, cancellation) is ContractDocument current ? ContractWriter.Write(current) : null;

    private static void Output(SourceProductionContext output, string contract, AdditionalText? file, ContractSettings settings)
    {
        ContractDocument current = ContractText.Read(contract).Document;
        if (!settings.IsUpdated)
        {
            ContractCheck.Report(settings.Path, file, current, output.ReportDiagnostic, output.CancellationToken);
        }
        else if (file is not null || !ContractCheck.IsEmpty(current))
        {
            output.AddSource(HintName, SourceText.From($"#if TYPEDMETADATA_CONTRACT\n{contract}#endif\n", Encoding.UTF8));
        }
    }
}
