using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TypedMetadata.Generator.ContractFiles;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD130 to TMD139: writes the contract of the code into the contract file, as a build with <c>UpdateTypedMetadataContract</c> does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)])]
public sealed class AcceptContractFix : CodeFixProvider
{
    private static readonly Encoding _withoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD130", "TMD131", "TMD132", "TMD133", "TMD134", "TMD135", "TMD136", "TMD137", "TMD138", "TMD139");

    /// <summary>Returns null: the action for one change accepts all changes of the file.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        TextDocument file = context.TextDocument;
        Compilation? compilation = await file.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        if (compilation is not null && KnownSymbols.In(compilation) is KnownSymbols known && CurrentContract.Of(known, context.CancellationToken) is ContractDocument current)
        {
            SourceText text = SourceText.From(ContractWriter.Write(current), _withoutMark);
            context.RegisterCodeFix(
                CodeAction.Create("Accept all changes in the contract file", _ => Task.FromResult(file.Project.Solution.WithAdditionalDocumentText(file.Id, text)), nameof(AcceptContractFix)),
                context.Diagnostics);
        }
    }
}
