using System.Reflection;
using System.Text.RegularExpressions;

namespace TypedMetadata.Unit.Vectors;

/// <summary>docs/grpclib.md has a row for everything grpclib does, and each row names tests that exist.</summary>
public sealed partial class GrpclibTableTests
{
    private static readonly string _repository = typeof(GrpclibTableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryFolder").Value!;

    private static readonly string[] _rows = [.. File.ReadLines(Path.Combine(_repository, "docs/grpclib.md")).Where(line => line.StartsWith("| G", StringComparison.Ordinal))];

    [Fact]
    public void No_row_is_missing() =>
        Assert.Equal(Enumerable.Range(1, 50).Select(number => $"G{number}"), _rows.Select(row => row.Split('|')[1].Trim()));

    [Fact]
    public void Every_row_has_a_verdict_and_names_a_test_or_says_why_not() => Assert.All(_rows, row =>
    {
        string[] cells = [.. row.Split('|').Select(cell => cell.Trim())];
        Assert.Matches("^(same|better|n/a: .+)$", cells[4]);
        Assert.Equal(cells[4].StartsWith("n/a", StringComparison.Ordinal), cells[5].Length == 0);
    });

    [Fact]
    public void The_tests_that_it_names_exist()
    {
        string tests = string.Concat(Directory.EnumerateFiles(Path.Combine(_repository, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.All(_rows.SelectMany(row => Name().Matches(row.Split('|')[5])).Select(match => match.Groups["name"].Value), name => Assert.Contains($" {name}(", tests, StringComparison.Ordinal));
    }

    [GeneratedRegex("`(?<name>[A-Za-z0-9_]+)`")]
    private static partial Regex Name();
}
