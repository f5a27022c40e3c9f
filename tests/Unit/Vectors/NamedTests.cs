using System.Reflection;
using System.Text.RegularExpressions;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Tables of the documentation, and the tests that their rows name.</summary>
internal static partial class NamedTests
{
    private static readonly string _repository = typeof(NamedTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryFolder").Value!;

    private static readonly Lazy<string> _tests = new(() => string.Concat(
        Directory.EnumerateFiles(Path.Combine(_repository, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText)));

    /// <summary>The cells of each numbered row of a page in docs/evidence.</summary>
    internal static string[][] Rows(string page) =>
    [
        .. File.ReadLines(Path.Combine(_repository, "docs/evidence", page))
            .Where(line => NumberedRow().IsMatch(line))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    /// <summary>Asserts that a cell names tests, and that they exist.</summary>
    internal static void AssertExist(string cell)
    {
        string[] names = [.. Name().Matches(cell).Select(match => match.Groups["name"].Value)];
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains($" {name}(", _tests.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex("^\\| [A-Z][0-9]+ ")]
    private static partial Regex NumberedRow();

    [GeneratedRegex("`(?<name>[A-Za-z0-9_]+)`")]
    private static partial Regex Name();
}
