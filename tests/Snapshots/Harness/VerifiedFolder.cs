using System.Reflection;

namespace TypedMetadata.Snapshots.Harness;

/// <summary>A folder of C# files, and beside each what is verified of it.</summary>
/// <param name="name">The folder's name, beside this project.</param>
/// <param name="outputEnding">How the names of the verified files end.</param>
internal sealed class VerifiedFolder(string name, string outputEnding)
{
    private const string InputEnding = ".cs";

    private readonly string _folder = Path.Combine(
        typeof(VerifiedFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectFolder").Value!,
        name);

    internal IEnumerable<string> Names => Directory.EnumerateFiles(_folder, "*" + InputEnding)
        .Where(path => !path.EndsWith(outputEnding, StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    internal IEnumerable<string> OutputNames => Directory.EnumerateFiles(_folder, "*" + outputEnding)
        .Select(path => Path.GetFileName(path)[..^outputEnding.Length])
        .Order(StringComparer.Ordinal);

    internal string Input(string name) => File.ReadAllText(Path.Combine(_folder, name + InputEnding));

    internal string OutputPath(string name) => Path.Combine(_folder, name + outputEnding);
}
