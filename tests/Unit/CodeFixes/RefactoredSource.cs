using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.CodeFixes;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>Runs a refactoring on source text as an editor does, at the first property of the first file for which it is offered.</summary>
internal static class RefactoredSource
{
    /// <summary>Asserts what a refactoring gives.</summary>
    internal static async Task VerifyAsync(string title, string before, string after)
    {
        using AdhocWorkspace workspace = new();
        Solution solution = FixedSource.OneProject(workspace, FixedSource.Usings + before);
        await FixedSource.AssertAsync(await ApplyAsync(solution, title), FixedSource.Usings + after);
    }

    /// <summary>Asserts what a refactoring gives, in files that are given whole.</summary>
    internal static async Task VerifyFilesAsync(string title, string[] before, string[] after)
    {
        using AdhocWorkspace workspace = new();
        await FixedSource.AssertAsync(await ApplyAsync(FixedSource.OneProject(workspace, before), title), after);
    }

    /// <summary>The titles of what is offered at the first property.</summary>
    internal static async Task<IEnumerable<string>> TitlesAsync(string before)
    {
        using AdhocWorkspace workspace = new();
        return (await FirstAsync(FixedSource.OneProject(workspace, FixedSource.Usings + before))).Select(action => action.Title);
    }

    private static async Task<Solution> ApplyAsync(Solution solution, string title)
    {
        CodeAction action = (await FirstAsync(solution)).Single(offered => offered.Title == title);
        return (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    private static async Task<List<CodeAction>> FirstAsync(Solution solution)
    {
        Document document = solution.Projects.Single().Documents.OrderBy(one => one.Name, StringComparer.Ordinal).First();
        foreach (SyntaxNode node in (await document.GetSyntaxRootAsync())!.DescendantNodes().Where(node => node is PropertyDeclarationSyntax or ParameterSyntax))
        {
            SyntaxToken name = node is PropertyDeclarationSyntax property ? property.Identifier : ((ParameterSyntax)node).Identifier;
            List<CodeAction> offered = [];
            await new PinKeyRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, name.Span, offered.Add, CancellationToken.None));
            if (offered.Count != 0)
            {
                return offered;
            }
        }

        return [];
    }
}
