namespace TypedMetadata.Unit.Vectors;

/// <summary>Each claim in the tables of docs/evidence names tests, and they exist.</summary>
public sealed class EvidenceTableTests
{
    [Theory]
    [InlineData("traps.md", 4)]
    [InlineData("grpclib.md", 5)]
    public void Row_names_tests_that_exist(string page, int column)
    {
        string[][] claims = [.. NamedTests.Rows(page).Where(row => !row[column - 1].StartsWith("n/a: ", StringComparison.Ordinal))];
        Assert.NotEmpty(claims);
        Assert.All(claims, row => NamedTests.AssertExist(row[column]));
    }
}
