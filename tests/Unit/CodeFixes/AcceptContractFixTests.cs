using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetadata.CodeFixes;
using TypedMetadata.Generator.ContractFiles;
using TypedMetadata.Tests;
using TypedMetadata.Unit.Contract;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>The fix that edits the contract file.</summary>
public sealed class AcceptContractFixTests
{
    private const string Before = "[TypedMetadata.GrpcMetadata] public sealed partial record Caller(string TenantId, string? Locale = null);";
    private const string After = "[TypedMetadata.GrpcMetadata] public sealed partial record Caller(string Tenant, int Attempt = 1);";

    [Fact]
    public async Task All_changes_are_accepted_at_once()
    {
        using AdhocWorkspace workspace = new();
        string file = ContractWriter.Write(ContractSource.Current(Before));
        (Solution solution, DocumentId contract) = Open(workspace, After, file);
        Diagnostic[] diagnostics = [.. await ContractSource.AnalyzeAsync((await solution.Projects.Single().GetCompilationAsync())!, file)];
        Assert.Equal(["TMD130", "TMD130", "TMD133"], diagnostics.Select(diagnostic => diagnostic.Id).Order());

        CodeAction action = Assert.Single(await ActionsAsync(solution, contract, diagnostics[0]));
        Assert.Equal("Accept all changes in the contract file", action.Title);
        Solution changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        string accepted = (await changed.GetAdditionalDocument(contract)!.GetTextAsync()).ToString();
        Assert.Equal(ContractWriter.Write(ContractSource.Current(After)), accepted);
        Assert.Empty(await ContractSource.AnalyzeAsync((await changed.Projects.Single().GetCompilationAsync())!, accepted));
    }

    [Fact]
    public async Task File_that_cannot_be_read_is_written_anew()
    {
        using AdhocWorkspace workspace = new();
        (Solution solution, DocumentId contract) = Open(workspace, After, "<<<<<<< HEAD");
        Diagnostic diagnostic = Assert.Single(await ContractSource.AnalyzeAsync((await solution.Projects.Single().GetCompilationAsync())!, "<<<<<<< HEAD"));
        Assert.Equal("TMD139", diagnostic.Id);
        Assert.Single(await ActionsAsync(solution, contract, diagnostic));
    }

    [Fact]
    public void Every_rule_of_the_contract_file_is_fixed() =>
        Assert.Equal(new ContractAnalyzer().SupportedDiagnostics.Select(rule => rule.Id), new AcceptContractFix().FixableDiagnosticIds);

    private static (Solution Solution, DocumentId Contract) Open(AdhocWorkspace workspace, string source, string file)
    {
        Solution solution = FixedSource.OneProject(workspace, source);
        DocumentId contract = DocumentId.CreateNewId(solution.ProjectIds[0]);
        return (solution.AddAdditionalDocument(contract, ContractSource.Path, file, filePath: ContractSource.Path), contract);
    }

    private static async Task<List<CodeAction>> ActionsAsync(Solution solution, DocumentId contract, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        TextDocument file = solution.GetAdditionalDocument(contract)!;
        await new AcceptContractFix().RegisterCodeFixesAsync(new CodeFixContext(file, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }
}
