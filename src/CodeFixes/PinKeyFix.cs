using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD030: writes a derived key into the attribute, for one property or for every one of the record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PinKeyFix : CodeFixProvider
{
    private const string PinOne = "Pin the key";
    private const string PinEvery = "Pin every key";

    private static readonly FixAllProvider _fixAll = FixAllProvider.Create((context, document, diagnostics) => PinAllAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD030");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (RecordAround(diagnostic, root, model, context.CancellationToken) is not INamedTypeSymbol record)
            {
                continue;
            }

            Pin[] every = [.. Pins(record, diagnostic.Properties, context.CancellationToken).Where(pin => IsEditable(pin, solution))];
            Pin[] one = [.. every.Where(pin => pin.Property == PropertyAt(diagnostic, root))];
            if (one.Length != 0)
            {
                context.RegisterCodeFix(CodeAction.Create(PinOne, token => PinAsync(solution, one, token), PinOne), diagnostic);
            }

            if (every.Length > 1)
            {
                context.RegisterCodeFix(CodeAction.Create($"{PinEvery} of '{record.Name}'", token => PinAsync(solution, every, token), PinEvery), diagnostic);
            }
        }
    }

    private static async Task<Document?> PinAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        IEnumerable<Pin> pins = diagnostics.SelectMany(diagnostic => RecordAround(diagnostic, root, model, cancellation) is INamedTypeSymbol record
            ? Pins(record, diagnostic.Properties, cancellation).Where(pin => pin.Property == PropertyAt(diagnostic, root) && pin.Place.SyntaxTree == root.SyntaxTree)
            : []);
        return (await PinAsync(document.Project.Solution, [.. pins.Distinct()], cancellation).ConfigureAwait(false)).GetDocument(document.Id);
    }

    private static INamedTypeSymbol? RecordAround(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellation) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is TypeDeclarationSyntax declaration
            ? model.GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol
            : null;

    private static string PropertyAt(Diagnostic diagnostic, SyntaxNode root) => root.FindToken(diagnostic.Location.SourceSpan.Start).ValueText;

    // The diagnostic carries the derived keys of the whole record by their properties' names.
    private static IEnumerable<Pin> Pins(INamedTypeSymbol record, ImmutableDictionary<string, string?> keys, CancellationToken cancellation) =>
        from key in keys
        let place = AttributePlace.Of(record, key.Key, cancellation)
        where place is not null && key.Value is not null
        select new Pin(key.Key, place, key.Value);

    private static bool IsEditable(Pin pin, Solution solution) => solution.GetDocument(pin.Place.SyntaxTree) is not (null or SourceGeneratedDocument);

    private static async Task<Solution> PinAsync(Solution solution, Pin[] pins, CancellationToken cancellation)
    {
        foreach (IGrouping<SyntaxTree, Pin> file in pins.GroupBy(pin => pin.Place.SyntaxTree))
        {
            Dictionary<SyntaxNode, string> keys = file.ToDictionary(pin => pin.Place, pin => pin.Key);
            SourceText text = await file.Key.GetTextAsync(cancellation).ConfigureAwait(false);
            SyntaxNode root = await file.Key.GetRootAsync(cancellation).ConfigureAwait(false);
            SyntaxNode pinned = root.ReplaceNodes(keys.Keys, (place, _) => AttributePlace.WriteKey(place, keys[place], text));
            solution = solution.WithDocumentSyntaxRoot(solution.GetDocument(file.Key)!.Id, pinned);
        }

        return solution;
    }

    private sealed record Pin(string Property, SyntaxNode Place, string Key);
}
