using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>Runs a code fix on source text as an editor does, in a project that has the usage rules, and checks that what comes out compiles.</summary>
internal static class FixedSource
{
    private const string Usings = "using System;\nusing TypedMetadata;\n";

    /// <summary>Asserts what fixing the one complaint of a rule gives.</summary>
    internal static async Task VerifyAsync(CodeFixProvider fix, string before, string after)
    {
        using AdhocWorkspace workspace = new();
        Document document = Add(workspace, before);
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(document, fix);
        CodeAction action = Assert.Single(await ActionsAsync(document, fix, Assert.Single(diagnostics)));
        await AssertAsync(await ApplyAsync(action, document), fix, after);
    }

    /// <summary>Asserts what fixing every complaint at once gives.</summary>
    internal static async Task VerifyAllAsync(CodeFixProvider fix, string before, string after)
    {
        using AdhocWorkspace workspace = new();
        Document document = Add(workspace, before);
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(document, fix);
        Assert.True(diagnostics.Length > 1, "there is but one complaint");
        CodeAction one = (await ActionsAsync(document, fix, diagnostics[0])).Single();
        FixAllContext context = new(document, fix, FixAllScope.Document, one.EquivalenceKey!, [diagnostics[0].Id], new Complaints(diagnostics), CancellationToken.None);
        CodeAction all = (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
        await AssertAsync(await ApplyAsync(all, document), fix, after);
    }

    /// <summary>Asserts that nothing is offered for the one complaint.</summary>
    internal static async Task VerifyNoneAsync(CodeFixProvider fix, string before)
    {
        using AdhocWorkspace workspace = new();
        Document document = Add(workspace, before);
        Assert.Empty(await ActionsAsync(document, fix, Assert.Single(await DiagnosticsAsync(document, fix))));
    }

    private static Document Add(AdhocWorkspace workspace, string source)
    {
        Compilation compilation = Sources.Compile("");
        ProjectInfo project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Tested", "Tested", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: Sources.ParseOptions, metadataReferences: compilation.References);
        return workspace.AddProject(project).AddDocument("Source.cs", Usings + source);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document, CodeFixProvider fix)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        return [.. (await Generation.AnalyzeAsync(compilation, BuildProperty.UsageRules)).Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id))];
    }

    private static async Task<List<CodeAction>> ActionsAsync(Document document, CodeFixProvider fix, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Document> ApplyAsync(CodeAction action, Document document)
    {
        ApplyChangesOperation changes = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        Document changed = changes.ChangedSolution.GetDocument(document.Id)!;
        return await Microsoft.CodeAnalysis.Simplification.Simplifier.ReduceAsync(changed);
    }

    private static async Task AssertAsync(Document changed, CodeFixProvider fix, string after)
    {
        Assert.Equal(Usings + after, (await changed.GetTextAsync()).ToString().ReplaceLineEndings("\n"));
        Assert.Empty(await DiagnosticsAsync(changed, fix));
        Compilation generated = Generation.Generate((await changed.Project.GetCompilationAsync())!);
        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    private sealed class Complaints(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
