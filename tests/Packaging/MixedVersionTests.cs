using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>Packages of two versions in one project: they use each other's internals, so NuGet must not mix them without a word.</summary>
[Collection(UsesPackages.Name)]
public sealed class MixedVersionTests(Packages packages)
{
    private const string Older = "0.998.0";

    [Fact]
    public async Task Older_test_kit_beside_newer_packages_is_an_error_at_restore()
    {
        await packages.PublishAsAsync(Older);
        Command restore = await packages.Consumer("Mixed").DotnetAsync(["restore", $"-p:KitVersion={Older}"]);
        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains($"TypedMetadata.Testing {Older} requires TypedMetadata.AspNetCore (= {Older})", restore.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_kit_beside_packages_of_its_version_restores() =>
        (await packages.Consumer("Mixed").DotnetAsync(["restore", $"-p:KitVersion={Packages.Version}"])).Succeeded();
}
