using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedMetadata.Generator;
using TypedMetadata.Generator.ContractFiles;
using TypedMetadata.Generator.Parsing;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Contract;

/// <summary>A project with a contract file, as the targets of the package hand it to the compiler.</summary>
internal static class ContractSource
{
    internal const string Path = "metadata.contract.json";

    /// <summary>The contract of source text.</summary>
    internal static ContractDocument Current(params string[] sources) => Current(Sources.Compile(sources));

    /// <summary>The contract of a compilation.</summary>
    internal static ContractDocument Current(Compilation compilation)
    {
        ContractDocument? contract = CurrentContract.Of(KnownSymbols.In(compilation)!, CancellationToken.None);
        Assert.NotNull(contract);
        return contract;
    }

    /// <summary>A compilation without this assembly, which has a namespace Greeter.</summary>
    internal static Compilation WithoutOurs(Compilation compilation) =>
        compilation.RemoveReferences(compilation.References.Where(reference => System.IO.Path.GetFileName(reference.Display!) == "TypedMetadata.Unit.dll"));

    /// <summary>What the analyzer reports.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, string? file, params (string Name, string Value)[] properties)
    {
        CompilationWithAnalyzersOptions settings = new(Options(file, properties), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reported = await Generation.Generate(compilation).WithAnalyzers([new ContractAnalyzer()], settings).GetAnalyzerDiagnosticsAsync();
        return [.. reported.OrderBy(one => one.Location.SourceSpan.Start).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    /// <summary>A driver of the generator of contracts.</summary>
    internal static GeneratorDriver NewDriver(string? file, params (string Name, string Value)[] properties)
    {
        AnalyzerOptions options = Options(file, properties);
        return Generation.NewDriver(new ContractGenerator()).AddAdditionalTexts(options.AdditionalFiles).WithUpdatedAnalyzerConfigOptions(options.AnalyzerConfigOptionsProvider);
    }

    private static AnalyzerOptions Options(string? file, (string Name, string Value)[] properties)
    {
        ImmutableArray<AdditionalText> files = [new File("other.json", "{"), .. file is null ? (AdditionalText[])[] : [new File(Path, file)]];
        return new AnalyzerOptions(files, new Provider(properties.Append(("TypedMetadataContract", Path)).DistinctBy(one => one.Item1).ToDictionary(one => "build_property." + one.Item1, one => one.Item2)));
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Provider(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(textFile.Path == Path ? new() { ["build_metadata.AdditionalFiles.TypedMetadataContract"] = "true" } : []);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
