using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD002: converts the class or struct to a partial record, unless C# or the generator would reject that record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakeRecordFix : CodeFixProvider
{
    private const string Title = "Convert to a partial record";

    // What a record has of itself, and what none may have.
    private static readonly string[] _membersOfRecords =
    [
        "Equals", "GetHashCode", "PrintMembers", "EqualityContract", "Clone",
        WellKnownMemberNames.EqualityOperatorName, WellKnownMemberNames.InequalityOperatorName,
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD002");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan) is TypeDeclarationSyntax declaration
                && model.GetDeclaredSymbol(declaration, context.CancellationToken) is INamedTypeSymbol type
                && CanBeMetadata(type)
                && PartsOf(type, solution, context.CancellationToken) is TypeDeclarationSyntax[] parts
                && !(await SymbolFinder.FindDerivedClassesAsync(type, solution, cancellationToken: context.CancellationToken).ConfigureAwait(false)).Any())
            {
                context.RegisterCodeFix(CodeAction.Create(Title, token => MakeRecordAsync(solution, parts, token), Title), diagnostic);
            }
        }
    }

    private static bool CanBeMetadata(INamedTypeSymbol type) =>
        type is { IsStatic: false, IsAbstract: false, IsGenericType: false, IsFileLocal: false, IsRefLikeType: false }
        && type.BaseType is { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
        && !type.GetMembers().Any(member => !member.IsImplicitlyDeclared && IsAmiss(member, type));

    private static bool IsAmiss(ISymbol member, INamedTypeSymbol type) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [{ Type: ITypeSymbol copied }] } => SymbolEqualityComparer.Default.Equals(copied, type),
        IFieldSymbol { IsStatic: false, Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => true,
        _ => _membersOfRecords.Contains(member.Name.Substring(member.Name.LastIndexOf('.') + 1)),
    };

    /// <summary>Every part of the type, or null when one cannot be edited or has parameters, which a record makes properties of.</summary>
    private static TypeDeclarationSyntax[]? PartsOf(INamedTypeSymbol type, Solution solution, CancellationToken cancellation)
    {
        TypeDeclarationSyntax[] parts = [.. type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>()];
        return Array.TrueForAll(parts, part => part.ParameterList is null && solution.GetDocument(part.SyntaxTree) is not (null or SourceGeneratedDocument)) ? parts : null;
    }

    private static async Task<Solution> MakeRecordAsync(Solution solution, TypeDeclarationSyntax[] parts, CancellationToken cancellation)
    {
        foreach (IGrouping<SyntaxTree, TypeDeclarationSyntax> file in parts.GroupBy(part => part.SyntaxTree))
        {
            SourceText text = await file.Key.GetTextAsync(cancellation).ConfigureAwait(false);
            IEnumerable<TextChange> changes = file.Select(MakeRecord).Concat(file.SelectMany(part => part.Ancestors().OfType<TypeDeclarationSyntax>()).Distinct().Where(IsNotPartial).Select(MakePartial));
            solution = solution.WithDocumentText(solution.GetDocument(file.Key)!.Id, text.WithChanges(changes));
        }

        return solution;
    }

    private static TextChange MakeRecord(TypeDeclarationSyntax type)
    {
        string record = type.IsKind(SyntaxKind.StructDeclaration) ? "record struct" : "record";
        return new TextChange(type.Keyword.Span, IsNotPartial(type) ? $"partial {record}" : record);
    }

    private static TextChange MakePartial(TypeDeclarationSyntax type) => new(new TextSpan(type.Keyword.SpanStart, 0), "partial ");

    private static bool IsNotPartial(TypeDeclarationSyntax type) => !type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
