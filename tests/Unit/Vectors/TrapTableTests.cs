namespace TypedMetadata.Unit.Vectors;

/// <summary>docs/traps.md has a row for every trap of grpc-dotnet, with tests that exist.</summary>
public sealed class TrapTableTests
{
    private static readonly string[][] _rows = NamedTests.Rows("traps.md", "N");

    [Fact]
    public void No_trap_is_missing() =>
        Assert.Equal(Enumerable.Range(1, 45).Select(number => $"N{number}"), _rows.Select(row => row[1]));

    [Fact]
    public void Every_trap_has_both_outcomes_and_tests_that_exist() => Assert.All(_rows, row =>
    {
        Assert.Equal(6, row.Length);
        Assert.All(row[2..4], Assert.NotEmpty);
        NamedTests.AssertExist(row[4]);
    });
}
