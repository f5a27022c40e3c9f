namespace TypedMetadata.Unit.Vectors;

/// <summary>docs/grpclib.md has a row for everything grpclib does, and each row names tests that exist.</summary>
public sealed class GrpclibTableTests
{
    private static readonly string[][] _rows = NamedTests.Rows("grpclib.md", "G");

    [Fact]
    public void No_row_is_missing() =>
        Assert.Equal(Enumerable.Range(1, 50).Select(number => $"G{number}"), _rows.Select(row => row[1]));

    [Fact]
    public void Every_row_has_a_verdict_and_names_a_test_or_says_why_not() => Assert.All(_rows, row =>
    {
        Assert.Matches("^(same|better|n/a: .+)$", row[4]);
        Assert.Equal(row[4].StartsWith("n/a", StringComparison.Ordinal), row[5].Length == 0);
    });

    [Fact]
    public void The_tests_that_it_names_exist() => Assert.All(_rows.Where(row => row[5].Length != 0), row => NamedTests.AssertExist(row[5]));
}
