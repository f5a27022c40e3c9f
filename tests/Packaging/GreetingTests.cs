using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>Projects that refer to one package each are built and run, by this compiler and with code that older ones generated.</summary>
[Collection(UsesPackages.Name)]
public sealed class GreetingTests(Packages packages, GreetingTests.Build build) : IClassFixture<GreetingTests.Build>
{
    [Fact]
    public void It_builds_without_a_warning() => Assert.Contains("0 Warning(s)", build.Result.Succeeded(), StringComparison.Ordinal);

    [Fact]
    public Task Client_and_server_work() => build.Greeting.WorksAsync();

    [Fact]
    public void Each_package_alone_brings_the_generator() =>
        Assert.All(Greeting.Projects, project => Assert.NotEmpty(build.Greeting.Consumer.GeneratedFor(project)));

    [Theory]
    [InlineData("4.8.0")]
    [InlineData("4.11.0")]
    public async Task Generator_works_in_an_older_compiler(string roslyn)
    {
        string[] folders = [.. new[] { "common", "csharp" }.Select(part => Path.Combine(Built.MachinePackages, "microsoft.codeanalysis." + part, roslyn, "lib/netstandard2.0"))];
        (string program, string output) = await build.Greeting.WithRecordsAsync(
            [
                "-p:ConsumerFramework=net8.0", $"-p:CscToolPath={Built.Csc}", "-p:CscToolExe=" + (OperatingSystem.IsWindows() ? "csc.exe" : "csc"),
                "-p:UseSharedCompilation=false", "-p:ProduceReferenceAssembly=false", "-p:DebugType=none",
            ],
            Built.Repository,
            new Dictionary<string, string> { ["ROSLYN_FOLDERS"] = string.Join(Path.PathSeparator, folders) });
        Assert.Equal(roslyn + ".0", await File.ReadAllTextAsync(Path.Combine(program, "../obj/Debug/net8.0/roslyn.txt")));
        Assert.DoesNotContain("TypedMetadata.Generator.dll", output, StringComparison.Ordinal);
        Assert.DoesNotContain("TypedMetadata.CodeFixes.dll", output, StringComparison.Ordinal);
        await build.Greeting.WorksAsync(program);
    }

    [PreviousVersionFact]
    public async Task Code_that_the_previous_version_generated_runs()
    {
        SourceTree sources = await SourceTree.OfCommitAsync(Path.Combine(packages.Folder, "previous-sources"), PreviousVersion.Commit!);
        string output = Path.Combine(packages.Folder, "previous");
        await sources.PackAsync(output);
        string version = packages.Publish(output);

        (string program, _) = await build.Greeting.WithRecordsAsync([$"-p:ContractsVersion={version}"], sources.Folder);
        await build.Greeting.WorksAsync(program);
    }

    /// <summary>The projects, built by the SDK's own compiler.</summary>
    public sealed class Build(Packages packages) : IAsyncLifetime
    {
        private Command? _result;

        internal Greeting Greeting { get; } = new(packages);

        internal Command Result => _result!;

        /// <inheritdoc/>
        public async Task InitializeAsync() => _result = await Greeting.BuildAsync();

        /// <inheritdoc/>
        public Task DisposeAsync() => Task.CompletedTask;
    }
}
