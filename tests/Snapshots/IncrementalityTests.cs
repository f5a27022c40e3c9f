using Microsoft.CodeAnalysis;
using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;
using Reason = Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace TypedMetadata.Snapshots;

/// <summary>What an edit makes the generator compute again, and what it must.</summary>
public sealed class IncrementalityTests
{
    private const string Record = """
        using TypedMetadata;
        [GrpcMetadata] public sealed partial record Caller(string TenantId, [MetadataKey("level")] Level Level)
        {
            public int Twice(int number) => number * 2;
        }
        """;

    private const string Enum = "public enum Level { Low, High }";
    private const string Other = "public class Unrelated { }";

    [Theory]
    [InlineData(Other, "public class Unrelated { public int More; }", Other)]
    [InlineData(Record, "// a comment\n" + Record, Record)]
    [InlineData("number * 2", "number + number", Record)]
    public void Edit_outside_the_record_leaves_it_cached(string before, string after, string within)
    {
        GeneratorDriver driver = Edit([Record, Enum, Other], Array.IndexOf([Record, Enum, Other], within), source => source.Replace(before, after));
        Steps.AssertAllCached(driver);
    }

    [Theory]
    [InlineData(0, "string TenantId,", "string TenantId, int Attempt,")]
    [InlineData(0, "\"level\"", "\"x-level\"")]
    [InlineData(0, "[GrpcMetadata]", "[GrpcMetadata(MetadataPositions.Trailing)]")]
    [InlineData(0, "[GrpcMetadata]", "/// <summary>Who calls.</summary>\n[GrpcMetadata]")]
    [InlineData(1, "Low, High", "Low, Middle, High")]
    public void Edit_of_the_record_generates_it_anew(int file, string before, string after)
    {
        GeneratorDriver driver = Edit([Record, Enum, Other], file, source => source.Replace(before, after));
        Assert.Equal([Reason.Modified], Steps.ModelReasons(driver));
        Assert.Equal([Reason.Modified], Steps.OutputReasons(driver));
    }

    [Fact]
    public void Enum_edited_in_another_file_is_never_stale()
    {
        GeneratorDriver driver = Edit([Record, Enum], 1, source => source.Replace("Low, High", "Low, Middle, High"));
        Assert.Contains("\"Middle\"", driver.GetRunResult().GeneratedTrees.Single().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[TypedMetadata.GrpcMetadata] public sealed partial record Inner(string City);", "string City", "string City, [TypedMetadata.MetadataKey(\"x\")] int Zip", "[TypedMetadata.GrpcMetadata] public sealed partial record Outer(Inner Inner, [TypedMetadata.MetadataKey(\"x\")] int Number);", "TMD027")]
    [InlineData("[TypedMetadata.GrpcMetadata] public abstract partial record Inner { public string City { get; init; } }", "string City", "int City", "[TypedMetadata.GrpcMetadata] public sealed partial record Outer(int Number) : Inner;", "IntegerText<int>> ")]
    [InlineData("[TypedMetadata.GrpcMetadata] public abstract partial record Inner { public string City { get; init; } }", "City", "Town", "[TypedMetadata.GrpcMetadata] public sealed partial record Outer(int Number) : Inner;", "\"town\"")]
    public void Nested_record_or_a_base_edited_in_another_file_is_never_stale(string inner, string before, string after, string outer, string expected)
    {
        GeneratorDriver driver = Edit([outer, inner], 1, source => source.Replace(before, after));
        Assert.Contains(expected, driver.GetRunResult().GeneratedTrees.Single(tree => tree.FilePath.Contains("Outer", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Second_record_leaves_the_first_cached()
    {
        GeneratorDriver driver = Edit([Record, Enum, Other], 2, _ => "[TypedMetadata.GrpcMetadata] public sealed partial record Second(int Number);");
        Assert.Equal([Reason.New, Reason.Cached], Steps.OutputReasons(driver).Order());
    }

    [Fact]
    public void Removed_record_takes_its_file_with_it()
    {
        GeneratorDriver driver = Edit([Record, Enum, "[TypedMetadata.GrpcMetadata] public sealed partial record Second(int Number);"], 2, _ => "");
        Assert.Single(driver.GetRunResult().GeneratedTrees);
        Assert.Equal([Reason.Cached, Reason.Removed], Steps.OutputReasons(driver).Order());
    }

    [Fact]
    public void One_of_a_hundred_edited_makes_exactly_one_new()
    {
        string[] sources = [.. Enumerable.Range(0, 100).Select(i => $"[TypedMetadata.GrpcMetadata] public sealed partial record Record{i}(int Number);")];
        GeneratorDriver driver = Edit(sources, 42, source => source.Replace("int", "long"));
        Assert.Equal(99, Steps.OutputReasons(driver).Count(reason => reason is Reason.Cached));
        Assert.Single(Steps.OutputReasons(driver), Reason.Modified);
    }

    private static GeneratorDriver Edit(string[] sources, int file, Func<string, string> edit)
    {
        Compilation compilation = Sources.Compile(sources);
        GeneratorDriver driver = Generation.NewDriver().RunGenerators(compilation);
        string edited = edit(sources[file]);
        Assert.NotEqual(sources[file], edited);
        SyntaxTree tree = compilation.SyntaxTrees.ElementAt(file);
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, Sources.Parse(edited, tree.FilePath)));
    }
}
