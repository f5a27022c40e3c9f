using System.Text.RegularExpressions;

namespace TypedMetadata.Packaging.Harness;

/// <summary>Projects of somebody who uses the packages, in a folder of their own.</summary>
internal sealed partial class Consumer
{
    internal Consumer(string name, string folder, string repository)
    {
        Folder = folder;
        string consumers = Path.Combine(repository, "tests/Packaging/Consumers");
        CopyHere(Path.Combine(consumers, name), "*");
        CopyHere(consumers, "Directory.Build.props");
    }

    internal string Folder { get; }

    /// <summary>The rules among the errors and warnings of a build.</summary>
    internal static IEnumerable<string> Rules(string output) => Rule().Matches(output).Select(match => match.Groups["id"].Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Copies files of the repository, and the folders below.</summary>
    internal void CopyHere(string from, string pattern, string to = ".")
    {
        foreach (string file in Directory.EnumerateFiles(from, pattern, pattern == "*" ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly))
        {
            FileInfo copy = new(Path.Combine(Folder, to, Path.GetRelativePath(from, file)));
            copy.Directory!.Create();
            File.Copy(file, copy.FullName);
        }
    }

    /// <summary>Runs <c>dotnet</c>, restoring and building with the packages.</summary>
    internal Task<Command> DotnetAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        Command.RunAsync(Folder, ["dotnet", .. arguments, $"-p:TypedMetadataVersion={Packages.Version}"], environment);

    /// <summary>The files that our generator wrote for a project.</summary>
    internal IEnumerable<string> GeneratedFor(string project)
    {
        string folder = Path.Combine(Folder, project, "obj/generated/TypedMetadata.Generator");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories) : [];
    }

    [GeneratedRegex(@"(?:error|warning) (?:CS0619: '[^']*' is obsolete: ')?(?<id>TMD[0-9]{3}):")]
    private static partial Regex Rule();
}
