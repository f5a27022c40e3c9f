using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>An application that uses a library for .NET Standard with records, compiled ahead of time: nothing of the library's records is trimmed away.</summary>
[Collection(UsesPackages.Name)]
public sealed class StandardAheadOfTimeTests(Packages packages)
{
    [NativeAotFact]
    public async Task Records_of_a_library_for_dotnet_standard_are_read_and_written()
    {
        Consumer consumer = packages.Consumer("Standard");
        string log = (await consumer.DotnetAsync(["publish", "Application", "-p:AheadOfTime=true", "--output", "native"])).Succeeded();
        Assert.DoesNotContain("warning", log, StringComparison.Ordinal);
        Command run = await Command.RunAsync(consumer.Folder, [Path.Combine(consumer.Folder, "native/Application")]);
        Assert.Equal(StandardTests.Expected(".NETCoreApp,Version=v10.0"), run.Succeeded());
    }
}
