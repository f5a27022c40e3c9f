using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>A library for .NET Standard with records, with applications and a server that use it: each has its own core.</summary>
[Collection(UsesPackages.Name)]
public sealed class StandardTests(StandardTests.Build build, Packages packages) : IClassFixture<StandardTests.Build>
{
    [Fact]
    public void They_build_without_a_warning() => Assert.Contains("0 Warning(s)", build.Result.Succeeded(), StringComparison.Ordinal);

    // The core of the application has static members in its interfaces, which the library does not know, and init setters with a type that the library has from the core for .NET Standard.
    [Fact]
    public async Task Records_of_the_library_are_read_and_written_by_the_core_of_the_application()
    {
        Command run = await Command.RunAsync(build.Consumer.Folder, ["dotnet", "Application/bin/Debug/net10.0/Application.dll"]);
        Assert.Equal(Expected(".NETCoreApp,Version=v10.0"), run.Succeeded());
    }

    [Fact]
    public async Task Contract_names_records_of_the_library()
    {
        Command run = await Command.RunAsync(build.Consumer.Folder, ["dotnet", "Server/bin/Debug/net10.0/Server.dll"]);
        Assert.Equal(["one, same: True", "InvalidArgument"], run.Succeeded().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [MonoFact]
    public async Task Records_of_the_library_are_read_and_written_by_the_core_for_dotnet_standard()
    {
        Command run = await Command.RunAsync(build.Consumer.Folder, [MonoFactAttribute.Mono, "Framework/bin/Debug/net48/Framework.exe"]);
        Assert.Equal(Expected(".NETStandard,Version=v2.0"), run.Succeeded());
    }

    [Fact]
    public async Task Library_with_polyfills_of_its_own_builds() =>
        (await packages.Consumer("Standard").DotnetAsync(["build", "Library", "-p:LibraryPolyfills=PolySharp"])).Succeeded();

    [Theory]
    [InlineData("LibraryLanguage=default", "TMD201", "is compiled as C# 7.3, but the code that TypedMetadata generates is C# 12: set LangVersion to 12 or later")]
    [InlineData("WithUnsupported=true", "TMD040", "'Day' of type 'DateOnly' is not supported, because TypedMetadata for .NET Standard, which this target framework uses, does not have it")]
    public async Task Build_says_what_does_not_work_there(string property, string rule, string message)
    {
        Command library = await packages.Consumer("Standard").DotnetAsync(["build", "Library", "-p:" + property]);
        Assert.NotEqual(0, library.ExitCode);
        Assert.Contains(rule, Consumer.Rules(library.Output));
        Assert.Contains(message, library.Output, StringComparison.Ordinal);
    }

    internal static string Expected(string framework) => string.Join(Environment.NewLine,
        "tenant-id: acme, request-id: 0d16ad85-6ce4-4773-a1be-9f62b2e886a3, token-bin: ***, attempt: 2, locale: de, ratio: 1.5, level: High, tags: a,b, sent-at: 1970-01-01T00:00:00Z, x-baggage-a: b, mark: 7, city: Rome, offset: 1.5s",
        "same: True",
        "'request-id' is malformed: expected a UUID of 36 characters: hex digits in groups of 8, 4, 4, 4 and 12.",
        "ratios: True",
        "nested: True",
        "trailers: True",
        $"core: Grpc.Core.Api, {framework}",
        "");

    /// <summary>The projects, built together.</summary>
    public sealed class Build(Packages packages) : IAsyncLifetime
    {
        private Command? _result;

        internal Consumer Consumer { get; } = packages.Consumer("Standard");

        internal Command Result => _result!;

        /// <inheritdoc/>
        public async Task InitializeAsync() => _result = await Consumer.DotnetAsync(["build", "Standard.slnx"]);

        /// <inheritdoc/>
        public Task DisposeAsync() => Task.CompletedTask;
    }
}
