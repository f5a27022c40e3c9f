using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>A project with a contract file: written, held to, and written anew.</summary>
[Collection(UsesPackages.Name)]
public sealed class ContractFileTests(Packages packages)
{
    private readonly Consumer _consumer = packages.Consumer("Contract");

    private string Record => Path.Combine(_consumer.Folder, "CallerInfo.cs");

    private string Contract => Path.Combine(_consumer.Folder, "Verträge; 100%", "metadata.contract.json");

    [Fact]
    public async Task Contract_file_is_written_checked_and_updated()
    {
        (await UpdateAsync()).Succeeded();
        byte[] written = await File.ReadAllBytesAsync(Contract);
        string text = await File.ReadAllTextAsync(Contract);
        Assert.Equal((byte)'{', written[0]);
        Assert.DoesNotContain((byte)'\r', written);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Contains("""
            "summary": "Who calls; \"quoted\", a back\\slash, 100 %3B, $(HOME), @(Compile), שלום.",
            """, text, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Record, (await File.ReadAllTextAsync(Record)).Replace("Locale", "Language", StringComparison.Ordinal));
        foreach (string[] arguments in new string[][] { ["build", "--no-restore"], ["build", "--no-restore", "-p:RunAnalyzers=false"] })
        {
            Command build = await _consumer.DotnetAsync(arguments);
            Assert.NotEqual(0, build.ExitCode);
            Assert.Equal(["TMD130"], Consumer.Rules(build.Output));
            Assert.Contains("error TMD130: The key 'locale' of 'CallerInfo' was removed", build.Output, StringComparison.Ordinal);
            Assert.Contains("metadata.contract.json(", build.Output, StringComparison.Ordinal);
        }

        (await UpdateAsync()).Succeeded();
        byte[] updated = await File.ReadAllBytesAsync(Contract);
        Assert.Equal(text.Replace("locale", "language", StringComparison.Ordinal).Replace("Locale", "Language", StringComparison.Ordinal), await File.ReadAllTextAsync(Contract));

        DateTime longAgo = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Contract, longAgo);
        (await UpdateAsync()).Succeeded();
        Assert.Equal(updated, await File.ReadAllBytesAsync(Contract));
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(Contract));
        (await _consumer.DotnetAsync(["build", "--no-restore"])).Succeeded();
    }

    private Task<Command> UpdateAsync() => _consumer.DotnetAsync(["build", "-p:UpdateTypedMetadataContract=true"]);
}
