using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator;
using TypedMetadata.Tests;
using Reason = Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace TypedMetadata.Snapshots;

/// <summary>What an edit makes the generator of contracts compute again.</summary>
public sealed class ContractIncrementalityTests
{
    private const string Record = "[TypedMetadata.GrpcMetadata] public sealed partial record Caller(string TenantId);";
    private const string Other = "public class Unrelated { }";

    [Theory]
    [InlineData]
    [InlineData("TypedMetadataContract", "metadata.contract.json", "TypedMetadataAnalyzersRun", "true")]
    [InlineData("UpdateTypedMetadataContract", "true")]
    public void Nothing_is_computed_without_a_contract_file_or_where_analyzers_run(params string[] properties)
    {
        GeneratorDriverRunResult result = Edit(0, "TenantId", "Tenant", properties).GetRunResult();
        Assert.All(Outputs(result), output => Assert.Null(output.Value));
        Assert.Equal([Reason.Unchanged], Outputs(result).Select(output => output.Reason));
        Assert.Empty(result.GeneratedTrees);
        Assert.Empty(result.Diagnostics);
    }

    [Theory]
    [InlineData(1, "{ }", "{ public int More; }", Reason.Unchanged, Reason.Cached)]
    [InlineData(0, "string TenantId", "string TenantId, int Attempt = 1", Reason.Modified, Reason.Modified)]
    public void Edit_beside_records_leaves_the_contract_as_it_is(int file, string before, string after, Reason contract, Reason written)
    {
        GeneratorDriverRunResult result = Edit(file, before, after, "TypedMetadataContract", "metadata.contract.json", "UpdateTypedMetadataContract", "true").GetRunResult();
        Assert.Equal([contract], Outputs(result).Select(output => output.Reason));
        Assert.Equal([written], result.Results.Single().TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason));
    }

    private static IEnumerable<(object? Value, Reason Reason)> Outputs(GeneratorDriverRunResult result) =>
        result.Results.Single().TrackedSteps[ContractGenerator.ContractStep].SelectMany(step => step.Outputs).Select(output => ((object?)output.Value, output.Reason));

    private static GeneratorDriver Edit(int file, string before, string after, params string[] properties)
    {
        Compilation compilation = Sources.Compile(Record, Other);
        GeneratorDriver driver = Generation.NewDriver(new ContractGenerator())
            .WithUpdatedAnalyzerConfigOptions(new Properties(properties.Chunk(2).ToDictionary(pair => "build_property." + pair[0], pair => pair[1])))
            .RunGenerators(compilation);
        SyntaxTree tree = compilation.SyntaxTrees.ElementAt(file);
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, Sources.Parse(tree.ToString().Replace(before, after, StringComparison.Ordinal), tree.FilePath)));
    }

    private sealed class Properties(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
