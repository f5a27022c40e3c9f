using System.Reflection;

namespace TypedMetadata.Unit.Analyzers;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    private static readonly string _folder = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryFolder").Value!;

    internal static string PathOf(string path) => Path.Combine(_folder, path);

    internal static string Read(string path) => File.ReadAllText(PathOf(path));
}
