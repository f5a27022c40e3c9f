using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Tests;

/// <summary>Runs the generators and the analyzers on a compilation.</summary>
internal static class Generation
{
    /// <summary>A driver of the generator of records alone.</summary>
    internal static GeneratorDriver NewDriver() => NewDriver(new MetadataGenerator());

    internal static GeneratorDriver NewDriver(params IIncrementalGenerator[] generators) => CSharpGeneratorDriver.Create(
        generators.Select(generator => generator.AsSourceGenerator()),
        parseOptions: Sources.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what the generators add to it.</summary>
    internal static Compilation Generate(Compilation compilation)
    {
        NewDriver(new MetadataGenerator(), new TypedCallsGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> problems);
        Assert.Empty(problems);
        return generated;
    }

    /// <summary>What our analyzers report, with generated code in place as in a build.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, AnalyzerOptions? options = null)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new MetadataAnalyzer(), new UsageAnalyzer(), new CallsAnalyzer()];
        CompilationWithAnalyzersOptions settings = new(options ?? new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        ImmutableArray<Diagnostic> all = await Generate(compilation).WithAnalyzers(analyzers, settings).GetAnalyzerDiagnosticsAsync();
        return [.. all.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    internal static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(params string[] sources) => AnalyzeAsync(Sources.Compile(sources));
}
