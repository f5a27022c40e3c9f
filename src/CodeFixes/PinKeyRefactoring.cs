using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.CodeFixes;

/// <summary>
/// Writes a derived key into the attribute, for one property or for every property of a record, so that renaming the property does not change the key. It is not a
/// diagnostic because a derived key is not a mistake, and a severity for all rules would turn each one into an error.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp)]
public sealed class PinKeyRefactoring : CodeRefactoringProvider
{
    private const string PinOne = "Make the key explicit";
    private const string PinEvery = "Make every key explicit";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SyntaxNode node = root.FindNode(context.Span, getInnermostNodeForTie: true);
        SyntaxNode? place = node.AncestorsAndSelf().FirstOrDefault(candidate => candidate is PropertyDeclarationSyntax or ParameterSyntax or TypeDeclarationSyntax);
        if (place?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not TypeDeclarationSyntax declaration)
        {
            return;
        }

        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        Solution solution = context.Document.Project.Solution;
        if (model.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol record)
        {
            return;
        }

        Pin[] every = [.. Pins(record, model.Compilation, context.CancellationToken).Where(pin => IsEditable(pin, solution))];
        string? property = (place as PropertyDeclarationSyntax)?.Identifier.ValueText ?? (place as ParameterSyntax)?.Identifier.ValueText;
        Pin[] one = [.. every.Where(pin => pin.Property == property)];
        if (one.Length != 0)
        {
            context.RegisterRefactoring(CodeAction.Create(PinOne, token => PinAsync(solution, one, token), PinOne));
        }

        if (every.Length > 1 || (every.Length == 1 && property is null))
        {
            context.RegisterRefactoring(CodeAction.Create($"Make every key of '{record.Name}' explicit", token => PinAsync(solution, every, token), PinEvery));
        }
    }

    private static IEnumerable<Pin> Pins(INamedTypeSymbol record, Compilation compilation, CancellationToken cancellation) =>
        from key in RecordParser.DerivedKeys(record, compilation, cancellation)
        let place = AttributePlace.Of(record, key.Owner, cancellation)
        where place is not null
        select new Pin(key.Owner, place, key.Name);

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

    private sealed class Pin(string property, SyntaxNode place, string key)
    {
        internal string Property { get; } = property;

        internal SyntaxNode Place { get; } = place;

        internal string Key { get; } = key;
    }
}
