using System.Net;
using System.Net.Sockets;
using System.Text;
using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>The packed tool, installed as a user installs it.</summary>
[Collection(UsesPackages.Name)]
public sealed class ToolTests(Packages packages, ToolTests.Installation tool) : IClassFixture<ToolTests.Installation>
{
    private const string Old = """
        { "version": 1, "services": [], "records": [{ "name": "Caller", "type": "Shop.Caller", "positions": ["request"],
          "keys": [{ "key": "tenant-id", "property": "TenantId", "kind": "text", "type": "string" }] }] }
        """;

    [Fact]
    public async Task Diff_returns_1_and_a_table_for_a_breaking_change()
    {
        Command diff = await tool.RunAsync(packages, "diff", await FileAsync(Old), await FileAsync(Old.Replace("\"tenant-id\"", "\"tenant|<b>\"", StringComparison.Ordinal)));
        Assert.Equal(1, diff.ExitCode);
        Assert.Contains("**Metadata contract:** 1 breaking change", diff.Output, StringComparison.Ordinal);
        Assert.Contains("| TMD130: Metadata key was removed | The key 'tenant-id' of 'Caller' was removed", diff.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_returns_0_for_harmless_changes()
    {
        string old = await FileAsync(Old);
        Assert.Equal("**Metadata contract:** no changes", (await tool.RunAsync(packages, "diff", old, old)).Succeeded().Trim());
        string changed = await FileAsync(Old.Replace("\"kind\"", "\"summary\": \"Who calls.\", \"kind\"", StringComparison.Ordinal));
        Assert.Equal("**Metadata contract:** no breaking changes", (await tool.RunAsync(packages, "diff", old, changed)).Succeeded().Trim());
    }

    [Theory]
    [InlineData("[]", "The text is not a contract")]
    [InlineData("{ \"version\": 2 }", "supports only version 1. Update TypedMetadata.")]
    [InlineData("{ \"version\": 1, \"records\": [{ \"name\": \"A\" }] }", "a record has no name")]
    [InlineData("null", "it is null")]
    [InlineData("{ \"openapi\": \"3.1\" }", "it has no version")]
    [InlineData("{ \"version\": 1, \"records\": [null] }", "an item of a list is null")]
    public async Task Diff_returns_2_for_a_file_that_is_no_contract(string text, string problem)
    {
        Command diff = await tool.RunAsync(packages, "diff", await FileAsync(Old), await FileAsync(text));
        Assert.Equal(2, diff.ExitCode);
        Assert.Contains(problem, diff.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await tool.RunAsync(packages, "diff", await FileAsync(Old), "missing.json")).ExitCode);
    }

    [Fact]
    public async Task Render_writes_the_page()
    {
        string page = Path.Combine(packages.Folder, Guid.NewGuid() + ".html");
        (await tool.RunAsync(packages, "render", await FileAsync(Old), "-o", page)).Succeeded();
        string html = await File.ReadAllTextAsync(page);
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        Assert.Contains("tenant-id", html, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"Content-Security-Policy\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_prints_what_a_server_returns_and_says_what_is_wrong()
    {
        Assert.Contains("tenant-id", (await FetchAsync("200 OK", Old)).Succeeded(), StringComparison.Ordinal);
        Command refused = await FetchAsync("404 Not Found", "");
        Assert.Equal((2, true), (refused.ExitCode, refused.Output.Contains("The server returned HTTP 404.", StringComparison.Ordinal)));
        Command other = await FetchAsync("200 OK", "<html>");
        Assert.Equal((2, true), (other.ExitCode, other.Output.Contains("The text is not a contract", StringComparison.Ordinal)));
        Command local = await tool.RunAsync(packages, "fetch", "file:///etc/hostname");
        Assert.Equal((2, true), (local.ExitCode, local.Output.Contains("Start it with http:// or https://.", StringComparison.Ordinal)));
    }

    // A server of HTTP/1.1 that closes each connection after its response.
    private async Task<Command> FetchAsync(string status, string body)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using CancellationTokenSource stop = new();
        Task serving = ServeAsync();
        Command fetch = await tool.RunAsync(packages, "fetch", $"http://{listener.LocalEndpoint}/typed-metadata/contract.json");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
        return fetch;

        async Task ServeAsync()
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                NetworkStream stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[1024], 1, throwOnEndOfStream: false, stop.Token);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"), stop.Token);
            }
        }
    }

    private async Task<string> FileAsync(string contract)
    {
        string file = Path.Combine(packages.Folder, Guid.NewGuid() + ".json");
        await File.WriteAllTextAsync(file, contract);
        return file;
    }

    /// <summary>The tool in a folder of the packages' own.</summary>
    public sealed class Installation
    {
        private Task<string>? _program;

        internal async Task<Command> RunAsync(Packages packages, params string[] arguments) =>
            await Command.RunAsync(packages.Folder, [await (_program ??= InstallAsync(packages)), .. arguments]);

        private static async Task<string> InstallAsync(Packages packages)
        {
            string folder = Path.Combine(packages.Folder, "tools");
            (await Command.RunAsync(packages.Folder, ["dotnet", "tool", "install", "TypedMetadata.Tool", "--version", Packages.Version, "--tool-path", folder])).Succeeded();
            return Path.Combine(folder, OperatingSystem.IsWindows() ? "typedmetadata.exe" : "typedmetadata");
        }
    }
}
