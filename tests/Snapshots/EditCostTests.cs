using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Generator;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>What a keystroke costs in a file that has nothing to do with the records, in bytes: time is too noisy for a test.</summary>
public sealed class EditCostTests
{
    private const int Records = 100;
    private const string Unrelated = "public static class Unrelated { }";

    [Theory]
    [InlineData("public enum Level { Low, High }", "Level Level")]
    [InlineData("", "System.Guid Id")]
    public void Unrelated_keystroke_costs_little_more_than_a_generator_that_does_nothing(string other, string property)
    {
        string[] sources = [Unrelated, other, .. Enumerable.Range(0, Records).Select(i => $"[TypedMetadata.GrpcMetadata] public sealed partial record Record{i}(string TenantId, [TypedMetadata.MetadataKey(\"x\")] {property});")];
        long bare = BytesOfAKeystroke(sources, new BareGenerator());
        long ours = BytesOfAKeystroke(sources, new MetadataGenerator());
        Assert.InRange(ours, 0, bare * 5 / 4);
    }

    private static long BytesOfAKeystroke(string[] sources, IIncrementalGenerator generator)
    {
        Compilation compilation = Sources.Compile(sources);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Sources.ParseOptions).RunGenerators(compilation);
        long bytes = 0;
        for (int keystroke = 0; keystroke < 5; keystroke++)
        {
            SyntaxTree before = compilation.SyntaxTrees.First();
            compilation = compilation.ReplaceSyntaxTree(before, Sources.Parse($"{Unrelated} // {keystroke}", before.FilePath));
            long start = GC.GetAllocatedBytesForCurrentThread();
            driver = driver.RunGenerators(compilation);
            bytes = GC.GetAllocatedBytesForCurrentThread() - start;
        }

        return bytes;
    }

    /// <summary>The least that a generator can do that an attribute drives.</summary>
    private sealed class BareGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName("TypedMetadata.GrpcMetadataAttribute", static (_, _) => true, static (target, _) => target.TargetSymbol.Name),
            static (output, name) => output.AddSource(name + ".g.cs", "// a fixed text"));
    }
}
