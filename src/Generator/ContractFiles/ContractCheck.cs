using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>Compares the contract file with the contract of the code: TMD130 to TMD139.</summary>
internal static class ContractCheck
{
    private const string Update = "dotnet build -p:UpdateTypedMetadataContract=true";

    /// <param name="path">The file, as the project names it.</param>
    /// <param name="file">The file, or null if it does not exist.</param>
    /// <param name="current">The contract of the code.</param>
    /// <param name="report">Takes what is found.</param>
    /// <param name="cancellation">Stops the check.</param>
    internal static void Report(string path, AdditionalText? file, ContractDocument current, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (file is null)
        {
            // A property for all projects of a solution is set in those without metadata too.
            if (!IsEmpty(current))
            {
                report(Create(ContractRuleDescriptors.UnreadableFile, Location.None, path, "does not exist", $"run {Update}"));
            }

            return;
        }

        if (file.GetText(cancellation) is not SourceText text)
        {
            report(Create(ContractRuleDescriptors.UnreadableFile, Location.None, path, "cannot be opened", "check that it is a text file"));
            return;
        }

        ContractText contract = ContractText.Read(text.ToString());
        if (contract.Fault is (string problem, TextSpan place))
        {
            report(Create(ContractRuleDescriptors.UnreadableFile, LocationOf(place), path, $"cannot be read, because {problem}", $"repair it, or write it again with {Update}"));
            return;
        }

        foreach (ContractChange change in ContractComparison.Compare(contract.Document, current))
        {
            report(Create(ContractRuleDescriptors.Of(change.Rule), LocationOf(contract.PlaceOf(change)), change.Subject, change.Problem, change.Remedy));
        }

        Location LocationOf(TextSpan span) => Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }

    internal static bool IsEmpty(ContractDocument contract) => contract is { Records.Count: 0, Services.Count: 0 };

    private static Diagnostic Create(DiagnosticDescriptor rule, Location location, params string[] arguments) =>
        Diagnostic.Create(rule, location, [.. arguments.Select(RecordDiagnostic.Printable)]);
}
