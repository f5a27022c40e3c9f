using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Caching;
using TypedMetadata.Generator.Emitting;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator;

/// <summary>Writes the accessors of every <c>[GrpcMetadata]</c> record. It never reports: the analyzer asks the same parser and does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MetadataGenerator : IIncrementalGenerator
{
    /// <summary>The step that returns models, for tests of what is computed again.</summary>
    internal const string ModelStep = "Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownSymbols.GrpcMetadataName,
                static (node, _) => node is RecordDeclarationSyntax { Identifier.IsMissing: false },
                static (target, cancellation) => ModelCache.ModelOf(target.TargetNode, target.SemanticModel.Compilation, () => Parse(target, cancellation), cancellation))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(ModelStep);

        context.RegisterSourceOutput(models.Combine(AnalyzersRun.In(context)), static (output, one) =>
        {
            (ParsedModel model, bool analyzersRun) = one;
            if (model.HasCode)
            {
                output.AddSource(model.Type.HintName + ".g.cs", FileEmitter.Emit(model, analyzersRun));
            }
        });
    }

    private static ParsedModel? Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        // A record with the attribute on two of its parts is an error of C#, and still must not be added twice.
        INamedTypeSymbol attribute = target.Attributes[0].AttributeClass!;
        AttributeData first = target.TargetSymbol.GetAttributes().First(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));
        bool isFirst = first.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == target.TargetNode;
        return isFirst && KnownSymbols.In(target.SemanticModel.Compilation) is KnownSymbols known
            ? RecordParser.Parse((INamedTypeSymbol)target.TargetSymbol, first, known, cancellation).Model
            : null;
    }
}
