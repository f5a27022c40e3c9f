using System.IO.Compression;

namespace TypedMetadata.Packaging.Harness;

/// <summary>The four packages, made once, and a folder outside the repository in which they are used.</summary>
public sealed class Packages : IAsyncLifetime
{
    /// <summary>A version above any that was released.</summary>
    internal const string Version = "0.999.0-packaging.1";

    internal static readonly string[] Ids = ["TypedMetadata", "TypedMetadata.AspNetCore", "TypedMetadata.ClientFactory", "TypedMetadata.Testing"];

    private SourceTree? _sources;

    /// <summary>A folder of our own, gone when the tests have ended.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("typedmetadata-packaging-").FullName;

    /// <summary>The folder that is the packages' source.</summary>
    internal string Feed => Path.Combine(Folder, "feed");

    internal SourceTree Sources => _sources ?? throw new InvalidOperationException("The packages are not made yet: await InitializeAsync first.");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _sources = await SourceTree.OfWorkingTreeAsync(Path.Combine(Folder, "sources"), "v" + Version);
        await _sources.PackAsync(Feed);
        await NuGetConfiguration.WriteAsync(Folder, Feed);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    internal string PathOf(string id) => Path.Combine(Feed, $"{id}.{Version}.nupkg");

    /// <summary>Copies projects from <c>Consumers</c>.</summary>
    /// <param name="name">The name of the folder there.</param>
    /// <param name="repository">The repository; by default this one.</param>
    internal Consumer Consumer(string name, string? repository = null) =>
        new(name, Path.Combine(Folder, "consumers", Guid.NewGuid().ToString("N")), repository ?? Built.Repository);

    /// <summary>Adds the same packages under another version to the source: for tests of what NuGet restores.</summary>
    internal async Task PublishAsAsync(string version)
    {
        foreach (string id in Ids)
        {
            string copy = Path.Combine(Feed, $"{id}.{version}.nupkg");
            File.Copy(PathOf(id), copy);
            using ZipArchive archive = ZipFile.Open(copy, ZipArchiveMode.Update);
            ZipArchiveEntry nuspec = archive.GetEntry(id + ".nuspec")!;
            using StreamReader reader = new(nuspec.Open());
            string text = await reader.ReadToEndAsync();
            reader.Close();
            nuspec.Delete();
            await using StreamWriter writer = new(archive.CreateEntry(id + ".nuspec").Open());
            await writer.WriteAsync(text.Replace(Version, version, StringComparison.Ordinal));
        }
    }

    /// <summary>Adds packages of another version to the source, and returns the version.</summary>
    /// <param name="folder">Where they are.</param>
    internal string Publish(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.nupkg"))
        {
            File.Copy(file, Path.Combine(Feed, Path.GetFileName(file)));
        }

        using Package package = new(Directory.EnumerateFiles(folder, "TypedMetadata.Testing.*.nupkg").Single());
        return package.Nuspec.GetVersion().ToNormalizedString();
    }
}

/// <summary>The classes that share the packages. They run one after another: each builds, and builds use all processors.</summary>
[CollectionDefinition(Name)]
public sealed class UsesPackages : ICollectionFixture<Packages>
{
    internal const string Name = "packages";
}
