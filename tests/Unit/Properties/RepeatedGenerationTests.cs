using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Properties;

/// <summary>The same code gives the same files, in whatever order the compiler has it.</summary>
public sealed class RepeatedGenerationTests
{
    private const int Runs = 100;

    private static readonly SyntaxTree[] _files =
    [
        .. new[]
        {
            "namespace A { [TypedMetadata.GrpcMetadata] public partial record One(string Text, Color Color, Two.Inner Inner); public enum Color { Red, Green } }",
            "namespace A { public static partial class Two { [TypedMetadata.GrpcMetadata] public partial record Inner(int Number, System.Guid[] Ids); } }",
            "namespace B { [TypedMetadata.GrpcMetadata] public abstract partial record Base { public string? Name { get; init; } } }",
            "namespace B { [TypedMetadata.GrpcMetadata] public sealed partial record Derived(A.Color Color) : Base; }",
            "namespace B { public partial record Derived { [TypedMetadata.MetadataKey(Sensitive = true)] public byte[]? Token { get; init; } } }",
            "[TypedMetadata.GrpcMetadata] public partial record Global([property: TypedMetadata.MetadataPrefix(\"x-\")] System.Collections.Generic.IReadOnlyDictionary<string, string> Map);",
        }.Select((source, number) => Sources.Parse(source, $"Source{number}.cs")),
    ];

    [Fact]
    public void Hundred_runs_over_files_in_any_order_write_the_same_bytes()
    {
        string[] first = Generate(_files);
        Assert.NotEmpty(first);
        Random order = new(1);
        for (int run = 1; run < Runs; run++)
        {
            SyntaxTree[] files = [.. _files];
            order.Shuffle(files);
            Assert.Equal(first, Generate(files));
        }
    }

    private static string[] Generate(SyntaxTree[] files) =>
    [
        .. Generation.NewDriver().RunGenerators(Sources.Compile().AddSyntaxTrees(files)).GetRunResult().Results.Single().GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"{source.HintName}\n{source.SourceText}"),
    ];
}
