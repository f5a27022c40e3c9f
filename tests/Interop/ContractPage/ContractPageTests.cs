using System.Net;

namespace TypedMetadata.Interop.ContractPage;

/// <summary>The page of a contract, as it is sent.</summary>
public sealed class ContractPageTests
{
    [Fact]
    public async Task Page_names_services_methods_records_and_keys()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        string page = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/"));
        foreach (string shown in new[] { "echo.Echo", "second.Second", "commented.Commented", "ServerStreaming", "server-streaming", "Bookkeeper", "tenant-id", "Whose books.", "x-old-note", "FAILED_PRECONDITION", "at most 4096 bytes", "secret" })
        {
            Assert.Contains(shown, page, StringComparison.Ordinal);
        }

        Assert.Contains($"grpcurl -plaintext -H 'tenant-id: example' -H 'request-id: 0d16ad85-6ce4-4773-a1be-9f62b2e886a3' -d '{{}}' '127.0.0.1:{server.Server.Port}' 'echo.Echo/Unary'", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_that_looks_like_markup_is_text()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        string page = await server.GetAsync("/typed-metadata/");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_is_told_to_run_and_load_nothing_else()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        using HttpResponseMessage response = await server.SendAsync("/typed-metadata/");
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
