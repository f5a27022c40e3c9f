using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>What a project says of its contract file.</summary>
/// <param name="Path">The file, as the project names it.</param>
/// <param name="IsUpdated">Whether this build writes the file.</param>
/// <param name="HasAnalyzers">Whether analyzers run in this build.</param>
internal sealed record ContractSettings(string Path, bool IsUpdated, bool HasAnalyzers)
{
    private const string Property = "build_property.";

    /// <summary>The settings, or null of a project without a contract file.</summary>
    internal static ContractSettings? Of(AnalyzerConfigOptions options) => Value(options, "TypedMetadataContract") is string path
        ? new ContractSettings(path, bool.TryParse(Value(options, "UpdateTypedMetadataContract"), out bool isUpdated) && isUpdated, AnalyzersRun.In(options))
        : null;

    /// <summary>Whether a file is the project's contract file: the targets of the package say so.</summary>
    internal static bool IsContract(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.TypedMetadataContract", out string? value) && value == "true";

    private static string? Value(AnalyzerConfigOptions options, string name) => options.TryGetValue(Property + name, out string? value) && value.Trim() is { Length: > 0 } text ? text : null;
}
