using System.CommandLine;

namespace TypedMetadata.Tool;

/// <summary><c>typedmetadata diff OLD.json NEW.json</c></summary>
internal static class DiffCommand
{
    internal static Command Create()
    {
        Argument<FileInfo> old = new("OLD") { Description = "The contract file before the change." };
        Argument<FileInfo> current = new("NEW") { Description = "The contract file after the change." };
        Command command = new("diff", "Lists the breaking changes between two contracts as Markdown. The exit code is 0 if there are none, 1 if there is at least one, and 2 if a file cannot be read.") { old, current };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(old), parsed.GetRequiredValue(current), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo oldFile, FileInfo currentFile, CancellationToken cancellation)
    {
        if (await ContractFile.ReadAsync(oldFile, cancellation) is not ContractDocument old || await ContractFile.ReadAsync(currentFile, cancellation) is not ContractDocument current)
        {
            return ExitCodes.Failure;
        }

        IReadOnlyList<ContractChange> changes = ContractComparison.Compare(old, current);
        Console.Out.Write(MarkdownReport.Write(changes, isEqual: ContractJson.Write(old) == ContractJson.Write(current)));
        return changes.Count == 0 ? ExitCodes.Success : ExitCodes.Breaking;
    }
}
