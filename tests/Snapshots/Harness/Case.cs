using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots.Harness;

/// <summary>One input file in Cases, and beside it what the generator makes of it.</summary>
internal sealed record Case(string Name)
{
    private const string InputEnding = ".cs";
    private const string OutputEnding = ".verified.cs";

    internal static string Folder { get; } = typeof(Case).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "CasesFolder").Value!;

    internal static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*" + InputEnding)
        .Where(path => !path.EndsWith(OutputEnding, StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    internal static IEnumerable<string> OutputNames => Directory.EnumerateFiles(Folder, "*" + OutputEnding)
        .Select(path => Path.GetFileName(path)[..^OutputEnding.Length]);

    internal static TheoryData<string> All => [.. Names];

    internal string Input => File.ReadAllText(Path.Combine(Folder, Name + InputEnding));

    internal string OutputPath => Path.Combine(Folder, Name + OutputEnding);

    internal Compilation Compilation => Sources.Compile(Input);
}
