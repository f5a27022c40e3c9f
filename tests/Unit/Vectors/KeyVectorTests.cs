using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Every <c>key</c> row: what the analyzer says of a request key in an attribute, or run time of <c>MetadataKey.Text</c>.</summary>
public sealed class KeyVectorTests
{
    private const string ProxyHint = "TMD032";
    private static readonly string[] _keyErrors = ["TMD020", "TMD021", "TMD024", "TMD025", "TMD026"];

    public static TheoryData<string> Rows => Vector.Ids(vector => vector is { Kind: "key", Context: null });

    public static TheoryData<string> RuntimeRows => Vector.Ids(vector => vector is { Kind: "key", Context: "runtime" });

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        switch (vector.Expected)
        {
            case "reject":
                Assert.NotEmpty(await KeyErrorsAsync(vector.Text, "string"));
                break;
            case "accept-read-only":
                // A request record may write user-agent.
                Assert.NotEmpty(await KeyErrorsAsync(vector.Text, "string", position: "Initial"));
                Assert.Empty(await IdsAsync(vector.Text, "string", ", ReadOnly = true"));
                break;
            case "accept-sensitive":
                Assert.Empty(await KeyErrorsAsync(vector.Text, "string"));
                Assert.Contains("TMD029", await IdsAsync(vector.Text, "string"));
                Assert.DoesNotContain("TMD029", await IdsAsync(vector.Text, "string", ", Sensitive = true"));
                break;
            case "accept-binary":
                Assert.Empty(await IdsAsync(vector.Text, "byte[]"));
                break;
            case "accept-int-trailing":
                Assert.Empty(await IdsAsync(vector.Text, "int", position: "Trailing"));
                Assert.NotEmpty(await KeyErrorsAsync(vector.Text, "int"));
                break;
            default:
                Assert.True(vector.Expects("accept"), $"unknown expectation {vector.Expected}");
                Assert.Empty(await IdsAsync(vector.Text, "string"));
                Assert.Contains($"new(0, new(\"{vector.Argument}\", ", Generated(vector.Text), StringComparison.Ordinal);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(RuntimeRows))]
    public void Runtime_row_holds_under_a_Turkish_culture(string id)
    {
        Vector vector = Vector.Of(id);
        using CultureScope turkish = new("tr-TR");
        Assert.Equal(vector.Argument, MetadataKey.Text(vector.Text).Name);
    }

    private static async Task<IEnumerable<string>> KeyErrorsAsync(string key, string type, string position = "Request") =>
        (await IdsAsync(key, type, position: position)).Intersect(_keyErrors);

    private static async Task<IEnumerable<string>> IdsAsync(string key, string type, string options = "", string position = "Request") =>
        (await Generation.AnalyzeAsync(Source(key, type, options, position)))
            .Where(diagnostic => diagnostic.Id != ProxyHint)
            .Select(diagnostic => diagnostic.Id);

    private static string Generated(string key) =>
        Generation.Generate(Sources.Compile(Source(key, "string", "", "Request"))).SyntaxTrees.Last().ToString();

    private static string Source(string key, string type, string options, string position) => $$"""
        using TypedMetadata;
        [GrpcMetadata(MetadataPositions.{{position}})]
        public sealed partial record Tested([MetadataKey({{SymbolDisplay.FormatLiteral(key, quote: true)}}{{options}})] {{type}} Value);
        """;
}
