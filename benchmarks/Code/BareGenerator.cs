using Microsoft.CodeAnalysis;

namespace TypedMetadata.Benchmarks.Code;

/// <summary>The least that a generator can do that an attribute drives: it writes a fixed text for each record.</summary>
internal sealed class BareGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "TypedMetadata.GrpcMetadataAttribute",
            static (_, _) => true,
            static (target, _) => target.TargetSymbol.Name);
        context.RegisterSourceOutput(names, static (output, name) => output.AddSource(name + ".g.cs", "// a fixed text"));
    }
}
