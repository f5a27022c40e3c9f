using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using TypedMetadata.Generator;

namespace TypedMetadata.Snapshots.Harness;

/// <summary>The SDK's own compiler, as a build runs it: its analyzers come after its declarations have succeeded, or not at all.</summary>
internal static partial class RealCompiler
{
    private static readonly string _compiler = typeof(RealCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Compiler").Value!;

    /// <summary>The errors and warnings as <c>ID: message</c>.</summary>
    /// <param name="source">One file.</param>
    /// <param name="runAnalyzers">Whether the analyzers run; the generator always does.</param>
    /// <param name="usageRules">The MSBuild property of the usage rules, or null where nobody sets it.</param>
    /// <param name="isToldSo">Whether the generator is told that analyzers run, as the package's targets do.</param>
    internal static async Task<string[]> CompileAsync(string source, bool runAnalyzers, string? usageRules = null, bool isToldSo = false) =>
        [.. Problem().Matches(await RunAsync([source], runAnalyzers, usageRules is null ? isToldSo ? "build_property.TypedMetadataAnalyzersRun = true" : "" : $"build_property.TypedMetadataUsageRules = {usageRules}")).Select(match => match.Groups["problem"].Value.Trim())];

    /// <summary>The errors and warnings within generated code, at the highest level and with documentation required.</summary>
    internal static async Task<string[]> ProblemsInGeneratedCodeAsync(IEnumerable<string> sources) =>
        [.. GeneratedProblem().Matches(await RunAsync([.. sources], runAnalyzers: false, properties: "", "/warn:9999", "/doc:Out.xml")).Select(match => match.Value)];

    private static async Task<string> RunAsync(string[] sources, bool runAnalyzers, string properties, params string[] more)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("typedmetadata-csc-");
        try
        {
            string[] files = [.. sources.Select((_, index) => Path.Combine(folder.FullName, $"Source{index}.cs"))];
            for (int i = 0; i < files.Length; i++)
            {
                await File.WriteAllTextAsync(files[i], sources[i]);
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "build.globalconfig"), "is_global = true\n" + properties);
            string response = Path.Combine(folder.FullName, "csc.rsp");
            await File.WriteAllLinesAsync(response, [.. Options(files, folder.FullName, runAnalyzers), .. more]);

            ProcessStartInfo start = new(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
            {
                ArgumentList = { "exec", _compiler, "/noconfig", "@" + response },
                RedirectStandardOutput = true,
                WorkingDirectory = folder.FullName,
            };
            using Process process = Process.Start(start)!;
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Options(string[] files, string folder, bool runAnalyzers)
    {
        yield return "/target:library";
        yield return "/nullable:enable";
        yield return "/langversion:latest";
        yield return "/preferreduilang:en";
        yield return $"/out:\"{Path.Combine(folder, "Out.dll")}\"";
        yield return runAnalyzers ? "/skipanalyzers-" : "/skipanalyzers+";
        yield return $"/analyzerconfig:\"{Path.Combine(folder, "build.globalconfig")}\"";
        yield return $"/analyzer:\"{typeof(MetadataGenerator).Assembly.Location}\"";
        foreach (string reference in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator))
        {
            yield return $"/reference:\"{reference}\"";
        }

        foreach (string file in files)
        {
            yield return $"\"{file}\"";
        }
    }

    [GeneratedRegex(@"(?:error|warning) (?<problem>[A-Z]+[0-9]+: .*)$", RegexOptions.Multiline)]
    private static partial Regex Problem();

    [GeneratedRegex(@"^.*\.g\.cs\([0-9,]+\): (?:error|warning) .*$", RegexOptions.Multiline)]
    private static partial Regex GeneratedProblem();
}
