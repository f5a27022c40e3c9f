namespace TypedMetadata.Unit.Pages;

/// <summary>What the test of the pages finds, and where.</summary>
public sealed class PageCheckTests
{
    [Fact]
    public async Task Mistake_is_named_with_its_page_and_line() =>
        Assert.StartsWith("docs/page.md:5: CS0103: ", await OnlyProblemAsync("docs/page.md", "# Page", "", "```csharp", "int one = 1;", "int two = three;", "```"), StringComparison.Ordinal);

    [Theory]
    [InlineData("}")]
    [InlineData("[RequestMetadata<CallerInfo>]")]
    [InlineData("catch (Exception) { }")]
    [InlineData("public override … ")]
    public async Task Fragment_of_nothing_is_one(string code) => Assert.NotEmpty(await CheckAsync("docs/page.md", "```csharp", "int one = 1;", code, "```"));

    [Fact]
    public async Task Warnings_count_too() =>
        Assert.StartsWith("docs/page.md:2: CS8600: ", await OnlyProblemAsync("docs/page.md", "```csharp", "string text = null;", "```"), StringComparison.Ordinal);

    [Fact]
    public async Task So_do_our_rules() =>
        Assert.StartsWith("docs/page.md:2: TMD100: ", await OnlyProblemAsync("docs/page.md", "```csharp", "metadata.Add(\"x-bin\", \"text\");", "```"), StringComparison.Ordinal);

    [Fact]
    public async Task Types_members_and_statements_may_stand_in_any_order() => Assert.Empty(await CheckAsync(
        "docs/page.md",
        "```csharp",
        "CallerInfo caller = new(\"acme\");",
        "[GrpcMetadata] public sealed partial record CallerInfo(string TenantId);",
        "public override Task<HelloReply> SayHello(HelloRequest request, ServerCallContext context) => Task.FromResult(new HelloReply());",
        "await client.SayHelloAsync(request, caller);",
        "```"));

    [Fact]
    public async Task Block_sees_the_types_of_the_page_and_those_in_its_comments() => Assert.Empty(await CheckAsync(
        "docs/page.md",
        "<!-- csharp",
        "using System.Text;",
        "public sealed record Session(string Tenant);",
        "Session session = null!;",
        "-->",
        "```csharp",
        "CallerInfo caller = new(session.Tenant, Encoding.UTF8.GetBytes(session.Tenant));",
        "```",
        "```csharp",
        "[GrpcMetadata] public sealed partial record CallerInfo(string TenantId, byte[] Tenant);",
        "```"));

    [Fact]
    public async Task Of_two_types_the_nearest_above_counts() => Assert.StartsWith("docs/page.md:8: CS1503: ", await OnlyProblemAsync(
        "docs/page.md",
        "```csharp",
        "public sealed record Session(int Number);",
        "```",
        "```csharp",
        "public sealed record Session(string Name);",
        "```",
        "```csharp",
        "Session session = new(1);",
        "```",
        "```csharp",
        "public sealed record Session(int Number, int Other);",
        "```"), StringComparison.Ordinal);

    [Fact]
    public async Task Announced_diagnostic_is_no_problem() =>
        Assert.Empty(await CheckAsync("docs/page.md", "```csharp", "metadata.Add(\"x-bin\", \"text\"); // TMD100: text on a binary key", "int two = three; // CS0103", "```"));

    [Fact]
    public async Task Diagnostic_announced_in_vain_is_a_problem() =>
        Assert.Equal("docs/page.md:2: TMD100 is not reported here", await OnlyProblemAsync("docs/page.md", "```csharp", "metadata.Add(\"x\", \"text\"); // TMD100", "```"));

    [Theory]
    [InlineData("\"x\"", "docs/rules/TMD100.md:3: what is bad reports nothing, and not TMD100 alone")]
    [InlineData("\"x y\"", "docs/rules/TMD100.md:3: what is bad reports TMD101, and not TMD100 alone")]
    public async Task Bad_example_reports_its_rule(string key, string problem) =>
        Assert.Equal(problem, await OnlyProblemAsync("docs/rules/TMD100.md", "## Bad", "```csharp", $"metadata.Add({key}, \"text\");", "```"));

    [Fact]
    public async Task What_is_bad_and_compiles_for_users_compiles() => Assert.StartsWith("docs/rules/TMD100.md:3: CS0103: ", await OnlyProblemAsync(
        "docs/rules/TMD100.md", "## Bad", "```csharp", "metadata.Add(\"x-bin\", \"text\"); missing();", "```"), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_good_reports_nothing() => Assert.StartsWith("docs/rules/TMD100.md:3: TMD106: ", await OnlyProblemAsync(
        "docs/rules/TMD100.md", "## Good", "```csharp", "metadata.Add(\"X\", \"text\");", "```"), StringComparison.Ordinal);

    [Fact]
    public async Task Suppression_silences_the_bad_example()
    {
        string[] bad = ["## Bad", "```csharp", "metadata.Add(\"x-bin\", \"text\");", "```", "## Suppress", "```csharp"];
        Assert.Empty(await CheckAsync("docs/rules/TMD100.md", [.. bad, "#pragma warning disable TMD100", "```"]));
        Assert.Contains("TMD100", await OnlyProblemAsync("docs/rules/TMD100.md", [.. bad, "#pragma warning disable TMD101", "```"]), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> CheckAsync(string path, params string[] lines) => PageCheck.ProblemsAsync(new Page(path, string.Join('\n', lines) + "\n"));

    private static async Task<string> OnlyProblemAsync(string path, params string[] lines) => Assert.Single(await CheckAsync(path, lines));
}
