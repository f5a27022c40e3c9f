using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMetadata.Tests;

/// <summary>An MSBuild property as a build hands it to analyzers.</summary>
internal sealed class BuildProperty(string name, string value) : AnalyzerConfigOptionsProvider
{
    /// <summary>A project that has the usage rules.</summary>
    internal static AnalyzerOptions UsageRules { get; } = Of("TypedMetadataUsageRules", "true");

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(name, value);

    internal static AnalyzerOptions Of(string name, string value) => new([], new BuildProperty(name, value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(string name, string value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? found)
        {
            found = key == "build_property." + name ? value : null;
            return found is not null;
        }
    }
}
