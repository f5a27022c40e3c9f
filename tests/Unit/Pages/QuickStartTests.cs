using System.Text.RegularExpressions;

namespace TypedMetadata.Unit.Pages;

/// <summary>The README's quick start and samples/Minimal are the same code. Their project files differ: the sample refers to projects, the README to packages.</summary>
public sealed partial class QuickStartTests
{
    [Fact]
    public void Blocks_of_the_README_equal_the_files_of_the_sample()
    {
        string readme = Page.Read("README.md").Text;
        Match[] blocks = [.. NamedBlock().Matches(readme).Where(block => !block.Groups["path"].Value.EndsWith(".csproj", StringComparison.Ordinal))];
        Assert.Equal(4, blocks.Length);
        Assert.All(blocks, block => Assert.Equal(Page.Read("samples/Minimal/" + block.Groups["path"].Value).Text, block.Groups["text"].Value));
    }

    [GeneratedRegex("^`(?<path>[A-Za-z]+(/[A-Za-z]+)?\\.[a-z]+)`\n\n```[a-z]+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NamedBlock();
}
