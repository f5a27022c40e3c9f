using System.Net;
using Microsoft.AspNetCore.Authorization;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.ContractPage;

/// <summary>Who may see the page, its JSON and its live view.</summary>
public sealed class PageVisibilityTests
{
    private static readonly string[] _paths = ["/typed-metadata/", "/typed-metadata", "/typed-metadata/contract.json", "/typed-metadata/calls/", "/typed-metadata/calls/1"];

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("development-2")]
    public async Task Outside_development_nobody_sees_anything(string environment)
    {
        using EveryLogProvider log = new();
        await using ContractServer server = await ContractServer.StartAsync(options => options.RecentCalls = 10, environment: environment, log: log);
        foreach (string path in _paths)
        {
            foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Options })
            {
                using HttpResponseMessage response = await server.SendAsync(path, method);
                Assert.Equal((HttpStatusCode.NotFound, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
            }
        }

        Assert.Contains($"The metadata contract at /typed-metadata/contract.json returns 404 in the environment {environment}. To serve it, call RequireAuthorization() on the result of MapTypedMetadata(), or options.AllowAnonymousInProduction().", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_everyone_sees_it()
    {
        using EveryLogProvider log = new();
        await using ContractServer server = await ContractServer.StartAsync(log: log);
        await server.GetAsync("/typed-metadata/");
        await server.ContractAsync();
        Assert.Contains("The metadata contract is served at /typed-metadata/contract.json to everyone.", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllowAnonymousInProduction_lets_everyone_see_it()
    {
        await using ContractServer server = await ContractServer.StartAsync(options => options.AllowAnonymousInProduction(), environment: "Production");
        await server.GetAsync("/typed-metadata/");
        await server.ContractAsync();
    }

    [Fact]
    public async Task With_authorization_those_see_it_who_have_it()
    {
        using EveryLogProvider log = new();
        await using ContractServer rejecting = await ContractServer.StartAsync(conventions: page => page.RequireAuthorization(), environment: "Production", log: log);
        foreach (string path in _paths[..3])
        {
            using HttpResponseMessage response = await rejecting.SendAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Contains("The metadata contract is served at /typed-metadata/contract.json to authorized callers.", log.Text, StringComparison.Ordinal);
        await using ContractServer admitting = await ContractServer.StartAsync(conventions: page => page.RequireAuthorization("everyone"), environment: "Production");
        await admitting.GetAsync("/typed-metadata/");
    }

    [Fact]
    public async Task Authorization_that_AllowAnonymous_takes_back_does_not_count()
    {
        await using ContractServer server = await ContractServer.StartAsync(conventions: page => page.RequireAuthorization().AllowAnonymous(), environment: "Production");
        using HttpResponseMessage response = await server.SendAsync("/typed-metadata/");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Only_GET_and_HEAD_are_allowed()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        using HttpResponseMessage post = await server.SendAsync("/typed-metadata/", HttpMethod.Post);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        using HttpResponseMessage head = await server.SendAsync("/typed-metadata/contract.json", HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, ""), (head.StatusCode, await head.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Page_without_its_slash_is_redirected_by_a_relative_address()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        using HttpResponseMessage response = await server.SendAsync("/typed-metadata");
        Assert.Equal((HttpStatusCode.Found, "./typed-metadata/"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }
}
