using System.Text.RegularExpressions;
using TypedMetadata.Unit.Analyzers;

namespace TypedMetadata.Unit.Pages;

/// <summary>README.md and the pages in docs: their C# compiles and reports what they say of it, and their links lead somewhere.</summary>
public sealed partial class PageTests
{
    private static readonly string[] _languages = ["", "csharp", "proto", "xml", "ini", "python", "go", "js"];

    public static TheoryData<string> Paths => [.. Page.All];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Its_code_compiles(string path)
    {
        IReadOnlyList<string> problems = await PageCheck.ProblemsAsync(Page.Read(path));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>So that no C# hides under another name.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void Its_code_says_what_it_is(string path)
    {
        string text = Page.Read(path).Text;
        string[] fences = [.. Fence().Matches(text).Select(match => match.Groups["language"].Value)];
        Assert.All(fences.Where((_, index) => index % 2 == 0), language => Assert.Contains(language, _languages));
        Assert.All(fences.Where((_, index) => index % 2 == 1), closing => Assert.Equal("", closing));
        Assert.Equal(fences.Count(language => language == "csharp"), Page.Read(path).Shown.Count());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    public void Its_links_lead_somewhere(string path)
    {
        string prose = InlineCode().Replace(CodeBlock().Replace(Page.Read(path).Text, ""), "");
        Assert.All(Link().Matches(prose).Where(match => !match.Groups["target"].Value.Contains("://", StringComparison.Ordinal)), match =>
        {
            string target = match.Groups["target"].Value is "" ? path : Path.Combine(Path.GetDirectoryName(path)!, match.Groups["target"].Value);
            Assert.True(Path.Exists(Repository.PathOf(target)), $"{path} links to {target}, which is not there.");
            if (match.Groups["anchor"] is { Success: true, Value: string anchor })
            {
                Assert.Contains(anchor, Heading().Matches(Repository.Read(target)).Select(heading => Anchor(heading.Groups["title"].Value)));
            }
        });
    }

    [Fact]
    public void Index_names_every_page()
    {
        string index = Repository.Read("docs/README.md");
        Assert.All(Page.All.Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path != "docs/README.md" && !path.StartsWith("docs/rules/TMD", StringComparison.Ordinal)),
            path => Assert.Contains($"]({path["docs/".Length..]})", index, StringComparison.Ordinal));
    }

    private static string Anchor(string title) => NotInAnchors().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("^```(?<language>.*)$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]*)(?:#(?<anchor>[^)\s]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
