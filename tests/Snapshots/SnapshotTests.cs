using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>What the generator writes, input beside output.</summary>
public sealed partial class SnapshotTests
{
    public static TheoryData<string> Cases => Case.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_is_as_verified(string name)
    {
        Case one = new(name);
        GeneratorDriverRunResult result = Generation.NewDriver().RunGenerators(one.Compilation).GetRunResult();
        IEnumerable<string> files = result.GeneratedTrees
            .OrderBy(tree => tree.FilePath, StringComparer.Ordinal)
            .Select(tree => $"// {Path.GetFileName(tree.FilePath)}\n{tree.GetText()}");

        Verifier.Verify(Version().Replace(string.Join("\n", files), "\"VERSION\""), one.OutputPath);
    }

    [Fact]
    public void No_output_is_left_over() => Assert.Empty(Case.OutputNames.Except(Case.Names));

    [Fact]
    public void There_are_cases() => Assert.InRange(Case.Names.Count(), 10, 30);

    [GeneratedRegex("""(?<=GeneratedCode\("TypedMetadata\.Generator", )"[^"]*"(?=\))""")]
    private static partial Regex Version();
}
