using System.Security.Cryptography;
using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>The same commit in another folder, cloned without its history.</summary>
[Collection(UsesPackages.Name)]
public sealed class RepeatedPackTests(Packages packages, RepeatedPackTests.Clone clone) : IClassFixture<RepeatedPackTests.Clone>
{
    [Fact]
    public void Two_packs_of_one_commit_are_the_same_bytes() =>
        Assert.All(Packages.Ids, id => Assert.Equal(Hash(packages.PathOf(id)), Hash(Path.Combine(clone.Output, Path.GetFileName(packages.PathOf(id))))));

    [Fact]
    public async Task Without_a_tag_the_version_is_the_lowest_of_all()
    {
        await clone.Sources.GitAsync("tag", "--delete", "v" + Packages.Version);
        string version = (await Command.RunAsync(clone.Sources.Folder, ["dotnet", "msbuild", "src/ClientFactory", "-target:MinVer", "-getProperty:PackageVersion"])).Succeeded();
        Assert.StartsWith("0.1.0-alpha.0", version.Trim(), StringComparison.Ordinal);
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>The clone, packed.</summary>
    public sealed class Clone(Packages packages) : IAsyncLifetime
    {
        private SourceTree? _sources;

        internal SourceTree Sources => _sources!;

        internal string Output { get; } = Path.Combine(packages.Folder, "again");

        /// <inheritdoc/>
        public async Task InitializeAsync()
        {
            _sources = await packages.Sources.CloneShallowAsync(Path.Combine(packages.Folder, "clone"));
            await _sources.PackAsync(Output);
        }

        /// <inheritdoc/>
        public Task DisposeAsync() => Task.CompletedTask;
    }
}
