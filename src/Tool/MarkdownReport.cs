using System.Globalization;
using System.Text;

namespace TypedMetadata.Tool;

/// <summary>Writes the breaking changes of a contract as Markdown, for a pull request.</summary>
internal static class MarkdownReport
{
    internal static string Write(IReadOnlyList<ContractChange> changes, bool isEqual)
    {
        if (changes.Count == 0)
        {
            return $"**Metadata contract:** {(isEqual ? "no changes" : "no breaking changes")}\n";
        }

        StringBuilder report = new();
        report.Append(CultureInfo.InvariantCulture, $"**Metadata contract:** {changes.Count} breaking {(changes.Count == 1 ? "change" : "changes")}\n\n| Rule | Change | How to avoid it |\n|---|---|---|\n");
        foreach (ContractChange change in changes)
        {
            report.Append($"| {change.Rule}: {ContractRules.TitleOf(change.Rule)} | {Cell($"{change.Subject} {change.Problem}")} | {Cell(change.Remedy)} |\n");
        }

        return report.ToString();
    }

    // Names come from an untrusted file. In a table, they must remain text on one line.
    private static string Cell(string text)
    {
        StringBuilder cell = new();
        foreach (char letter in text)
        {
            cell.Append(letter switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '!' or '@' or '~' => "\\" + letter,
                _ when char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format => " ",
                _ => letter.ToString(),
            });
        }

        return cell.ToString();
    }
}
