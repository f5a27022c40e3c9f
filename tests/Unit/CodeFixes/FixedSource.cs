using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>Runs a code fix on source text as an editor does, in a project that has the usage rules, and checks that what comes out compiles.</summary>
internal static class FixedSource
{
    internal const string Usings = "using System;\nusing TypedMetadata;\n";

    /// <summary>Asserts what fixing the one diagnostic of a rule gives.</summary>
    internal static async Task VerifyAsync(CodeFixProvider fix, string before, string after)
    {
        using AdhocWorkspace workspace = new();
        Solution solution = OneProject(workspace, Usings + before);
        Diagnostic diagnostic = Assert.Single(await DiagnosticsAsync(solution, fix));
        CodeAction action = Assert.Single(await ActionsAsync(solution, fix, diagnostic));
        Solution changed = await ApplyAsync(action);
        await AssertAsync(changed, Usings + after);
        Assert.Empty(await DiagnosticsAsync(changed, fix));
    }

    /// <summary>Asserts what fixing every diagnostic at once gives.</summary>
    internal static async Task VerifyAllAsync(CodeFixProvider fix, string before, string after)
    {
        using AdhocWorkspace workspace = new();
        Solution solution = OneProject(workspace, Usings + before);
        Solution changed = await FixAllAsync(solution, fix, FixAllScope.Document, title: null);
        await AssertAsync(changed, Usings + after);
        Assert.Empty(await DiagnosticsAsync(changed, fix));
    }

    /// <summary>Asserts that nothing is offered for the one diagnostic.</summary>
    internal static async Task VerifyNoneAsync(CodeFixProvider fix, params string[] before)
    {
        using AdhocWorkspace workspace = new();
        Solution solution = OneProject(workspace, [Usings + before[0], .. before.Skip(1)]);
        Assert.Empty(await ActionsAsync(solution, fix, Assert.Single(await DiagnosticsAsync(solution, fix))));
    }

    /// <summary>Asserts what one of several actions for the first diagnostic gives, in files that are given whole.</summary>
    internal static async Task VerifyFilesAsync(CodeFixProvider fix, string title, string[] before, string[] after)
    {
        using AdhocWorkspace workspace = new();
        Solution solution = OneProject(workspace, before);
        List<CodeAction> actions = await ActionsAsync(solution, fix, (await DiagnosticsAsync(solution, fix))[0]);
        await AssertAsync(await ApplyAsync(actions.Single(action => action.Title == title)), after);
    }

    /// <summary>Asserts what fixing every diagnostic in a scope gives, beginning in the first file. For a whole solution each file is a project.</summary>
    internal static async Task VerifyAllFilesAsync(CodeFixProvider fix, string title, FixAllScope scope, string[] before, string[] after)
    {
        using AdhocWorkspace workspace = new();
        Solution solution = scope == FixAllScope.Solution
            ? before.Aggregate(workspace.CurrentSolution, AddProject)
            : OneProject(workspace, before);
        await AssertAsync(await FixAllAsync(solution, fix, scope, title), after);
    }

    /// <summary>The titles of what is offered for the first diagnostic.</summary>
    internal static async Task<IEnumerable<string>> TitlesAsync(CodeFixProvider fix, string before, params string[] others)
    {
        using AdhocWorkspace workspace = new();
        Solution solution = OneProject(workspace, [Usings + before, .. others]);
        return (await ActionsAsync(solution, fix, (await DiagnosticsAsync(solution, fix))[0])).Select(action => action.Title);
    }

    internal static Solution OneProject(AdhocWorkspace workspace, params string[] sources) =>
        sources.Skip(1).Aggregate(AddProject(workspace.CurrentSolution, sources[0]), (solution, source) => AddDocument(solution, solution.ProjectIds[0], source));

    private static Solution AddProject(Solution solution, string source)
    {
        Compilation compilation = Sources.Compile("");
        string name = $"Tested{solution.ProjectIds.Count}";
        ProjectInfo project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: Sources.ParseOptions, metadataReferences: compilation.References);
        return AddDocument(solution.AddProject(project), project.Id, source);
    }

    private static Solution AddDocument(Solution solution, ProjectId project, string source)
    {
        string name = $"Source{Documents(solution).Count()}.cs";
        return solution.AddDocument(DocumentId.CreateNewId(project), name, source, filePath: name);
    }

    private static IEnumerable<Document> Documents(Solution solution) =>
        solution.Projects.SelectMany(project => project.Documents).OrderBy(document => document.Name, StringComparer.Ordinal);

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Solution solution, CodeFixProvider fix)
    {
        List<Diagnostic> diagnostics = [];
        foreach (Project project in solution.Projects)
        {
            diagnostics.AddRange(await Generation.AnalyzeAsync((await project.GetCompilationAsync())!, BuildProperty.UsageRules));
        }

        return
        [
            .. diagnostics.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id))
                .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    private static async Task<List<CodeAction>> ActionsAsync(Solution solution, CodeFixProvider fix, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        Document document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Solution> FixAllAsync(Solution solution, CodeFixProvider fix, FixAllScope scope, string? title)
    {
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(solution, fix);
        Assert.True(diagnostics.Length > 1, "there is but one diagnostic");
        CodeAction one = (await ActionsAsync(solution, fix, diagnostics[0])).Single(action => title is null || action.Title == title);
        Document first = solution.GetDocument(diagnostics[0].Location.SourceTree)!;
        FixAllContext context = new(first, fix, scope, one.EquivalenceKey!, [diagnostics[0].Id], new Diagnostics(diagnostics), CancellationToken.None);
        return await ApplyAsync((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    internal static async Task AssertAsync(Solution changed, params string[] after)
    {
        List<string> texts = [];
        foreach (Document document in Documents(changed))
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        Assert.Equal(string.Join("\n---\n", after), string.Join("\n---\n", texts));
        foreach (Project project in changed.Projects)
        {
            Compilation generated = Generation.Generate((await project.GetCompilationAsync())!);
            Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
    }

    private sealed class Diagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
            return diagnostics.Where(diagnostic => compilation.ContainsSyntaxTree(diagnostic.Location.SourceTree!));
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree tree = (await document.GetSyntaxTreeAsync(cancellationToken))!;
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
