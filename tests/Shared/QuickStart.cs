using System.Text.RegularExpressions;

namespace TypedMetadata.Tests;

/// <summary>The files of the README's quick start: blocks of code below their paths.</summary>
internal static partial class QuickStart
{
    internal static (string Path, string Text)[] FilesIn(string readme) =>
        [.. NamedBlock().Matches(readme).Select(block => (block.Groups["path"].Value, block.Groups["text"].Value))];

    [GeneratedRegex("^`(?<path>[A-Za-z]+(/[A-Za-z]+)?\\.[a-z]+)`\n\n```[a-z]+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NamedBlock();
}
