using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>Code while somebody types it: one record that is not finished never takes the code of the others away.</summary>
public sealed class HalfTypedTests
{
    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataConverter] string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataConverter(null)] string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataConverter(typeof(int[]))] string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataConverter(typeof())] string X, [MetadataKey(Aliases = null)] string Y, [MetadataPrefix] string Z, [MetadataPrefix(\"x-a-\")] IReadOnlyDictionary<,> W);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(Missing X, string Y, string Y) : Missing;")]
    [InlineData("[GrpcMetadata] public abstract partial record A(string X) : B; [GrpcMetadata] public abstract partial record B(string X) : A; [GrpcMetadata] public sealed partial record C(string Y) : B;")]
    public async Task Neither_generator_nor_analyzer_throws(string source)
    {
        Compilation compilation = Sources.Compile("using System.Collections.Generic;\nusing TypedMetadata;\n" + source, "[TypedMetadata.GrpcMetadata] public sealed partial record Whole(string Name);");
        GeneratorDriverRunResult result = Generation.NewDriver().RunGenerators(compilation).GetRunResult();
        Assert.Null(result.Results.Single().Exception);
        Assert.Contains(result.GeneratedTrees, tree => Path.GetFileName(tree.FilePath).StartsWith("Whole.", StringComparison.Ordinal));

        ImmutableArray<Diagnostic> diagnostics = await Generation.AnalyzeAsync(compilation);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id.StartsWith("TMD", StringComparison.Ordinal) && diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Record_without_a_name_gets_no_code() =>
        Assert.Empty(Generation.NewDriver().RunGenerators(Sources.Compile("[TypedMetadata.GrpcMetadata] public sealed partial record (string A);")).GetRunResult().GeneratedTrees);
}
