using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>A compiler or a language that is too old is an error, where otherwise only code would be missing.</summary>
[Collection(UsesPackages.Name)]
public sealed class TooOldTests(Packages packages)
{
    [Theory]
    [InlineData("CompilerApiVersion=roslyn4.7", "TMD200", "Roslyn 4.7")]
    [InlineData("LangVersion=11", "TMD201", "C# 11")]
    public async Task Build_says_what_is_too_old(string property, string rule, string subject)
    {
        Command build = await packages.Consumer("Quiet").DotnetAsync(["build", "Plain", "-p:" + property]);
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal([rule], Consumer.Rules(build.Output));
        Assert.Contains(subject, build.Output, StringComparison.Ordinal);
        Assert.Contains("1 Error(s)", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_of_an_older_framework_says_that_the_package_does_not_fit()
    {
        Command restore = await packages.Consumer("Quiet").DotnetAsync(["restore", "Plain", "-p:TargetFramework=netstandard1.6"]);
        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains("NU1202: Package TypedMetadata ", restore.Output, StringComparison.Ordinal);
    }
}
