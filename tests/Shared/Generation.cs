using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Tests;

/// <summary>Runs the generator and the analyzers on a compilation.</summary>
internal static class Generation
{
    internal static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new MetadataGenerator().AsSourceGenerator()],
        parseOptions: Sources.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what the generator adds to it.</summary>
    internal static Compilation Generate(Compilation compilation)
    {
        NewDriver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> problems);
        Assert.Empty(problems);
        return generated;
    }

    /// <summary>What our analyzers report, with generated code in place as in a build.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, AnalyzerOptions? options = null)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new MetadataAnalyzer(), new UsageAnalyzer()];
        CompilationWithAnalyzersOptions settings = new(options ?? new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        ImmutableArray<Diagnostic> all = await Generate(compilation).WithAnalyzers(analyzers, settings).GetAnalyzerDiagnosticsAsync();
        return [.. all.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    internal static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(params string[] sources) => AnalyzeAsync(Sources.Compile(sources));
}
