using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Emitting;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator;

/// <summary>Writes the methods of every <c>[TypedClient&lt;T&gt;]</c> and <c>[TypedService&lt;T&gt;]</c>. It never reports: the analyzer asks the same parser and does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TypedCallsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (string attribute in new[] { CallsParser.ClientName, CallsParser.ServiceName })
        {
            IncrementalValuesProvider<CallsModel> models = context.SyntaxProvider
                .ForAttributeWithMetadataName(attribute, static (node, _) => node is TypeDeclarationSyntax { Identifier.IsMissing: false }, static (target, cancellation) => Parse(target, cancellation))
                .Where(static model => model is not null)
                .Select(static (model, _) => model!);
            context.RegisterSourceOutput(
                models.Combine(AnalyzersRun.In(context)),
                static (output, one) => output.AddSource(one.Left.Declaration.HintName + ".calls.g.cs", CallsFileEmitter.Emit(one.Left, analyzersRun: one.Right)));
        }
    }

    private static CallsModel? Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        // A class with the attribute on two of its parts is an error of C#, and still must not be added twice.
        INamedTypeSymbol type = (INamedTypeSymbol)target.TargetSymbol;
        AttributeData first = type.GetAttributes().First(one => CallsParser.IsOurs(one.AttributeClass));
        bool isFirst = first.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == target.TargetNode;
        return isFirst && KnownSymbols.In(target.SemanticModel.Compilation) is KnownSymbols known ? CallsParser.Parse(type, first, known, cancellation).Model : null;
    }
}
