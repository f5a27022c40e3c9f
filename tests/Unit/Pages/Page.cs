using System.Text.RegularExpressions;
using TypedMetadata.Unit.Analyzers;

namespace TypedMetadata.Unit.Pages;

/// <summary>A page of Markdown and the C# in it.</summary>
/// <param name="path">Where it is in the repository.</param>
/// <param name="text">What it says.</param>
internal sealed partial class Page(string path, string text)
{
    internal string Path => path;

    internal string Text => text;

    /// <summary>The rule that the page is about, or null.</summary>
    internal string? Rule { get; } = RulePage().Match(path) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>Declarations that the page's code needs and the reader does not: HTML comments that begin with "csharp".</summary>
    internal IEnumerable<Block> Hidden => Blocks(HiddenBlock());

    /// <summary>What the reader sees.</summary>
    internal IEnumerable<Block> Shown => Blocks(ShownBlock());

    /// <summary>The page of a path.</summary>
    internal static Page Read(string path) => new(path, Repository.Read(path));

    /// <summary>README.md, and all that lies in docs.</summary>
    internal static IEnumerable<string> All =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Repository.PathOf("."), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private IEnumerable<Block> Blocks(Regex form) => form.Matches(text).Select(match =>
    {
        string above = text[..match.Groups["code"].Index];
        string heading = Heading().Matches(above).LastOrDefault()?.Groups["title"].Value ?? "";
        return new Block(path, above.Count(letter => letter == '\n') + 1, heading, match.Groups["code"].Value);
    });

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShownBlock();

    [GeneratedRegex("^<!-- csharp\n(?<code>.*?)^-->$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex HiddenBlock();

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^docs/rules/(?<id>TMD[0-9]{3})\\.md$")]
    private static partial Regex RulePage();
}

/// <summary>C# on a page.</summary>
/// <param name="Path">The page.</param>
/// <param name="Line">The line of the page that it begins on.</param>
/// <param name="Heading">What it stands under.</param>
/// <param name="Code">The C#.</param>
internal sealed record Block(string Path, int Line, string Heading, string Code);
