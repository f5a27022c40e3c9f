using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>Projects that have nothing to hear: one without a metadata record, and users of somebody else's library that depends on ours.</summary>
[Collection(UsesPackages.Name)]
public sealed class QuietTests(QuietTests.Build build) : IClassFixture<QuietTests.Build>
{
    [Fact]
    public void Build_reports_no_diagnostic()
    {
        Assert.Contains("0 Warning(s)", build.Result.Succeeded(), StringComparison.Ordinal);
        Assert.Empty(Consumer.Rules(build.Result.Output));
    }

    [Theory]
    [InlineData("Plain", false)]
    [InlineData("Application", false)]
    [InlineData("Neighbour", false)]
    [InlineData("Library", true)]
    public void Code_is_generated_only_for_records(string project, bool hasRecords) => Assert.Equal(hasRecords, build.Consumer.GeneratedFor(project).Any());

    /// <summary>The projects, built after the library has been packed into the same source as ours.</summary>
    public sealed class Build(Packages packages) : IAsyncLifetime
    {
        private Command? _result;

        internal Consumer Consumer { get; } = packages.Consumer("Quiet");

        internal Command Result => _result!;

        /// <inheritdoc/>
        public async Task InitializeAsync()
        {
            (await Consumer.DotnetAsync(["pack", "Library", "--output", packages.Feed])).Succeeded();
            _result = await Consumer.DotnetAsync(["build", "Quiet.slnx"]);
        }

        /// <inheritdoc/>
        public Task DisposeAsync() => Task.CompletedTask;
    }
}
