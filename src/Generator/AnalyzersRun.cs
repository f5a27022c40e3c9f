using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMetadata.Generator;

/// <summary>
/// Whether the build runs analyzers, so that these alone report the structural rules. The package's targets say so. Without the property, generated code reports them too, as compiler errors.
/// </summary>
internal static class AnalyzersRun
{
    private const string Property = "build_property.TypedMetadataAnalyzersRun";

    internal static IncrementalValueProvider<bool> In(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider.Select(static (provider, _) => In(provider.GlobalOptions));

    internal static bool In(AnalyzerConfigOptions options) =>
        options.TryGetValue(Property, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
