using System.Reflection;
using Microsoft.Extensions.FileProviders;

namespace TypedMetadata.Browser;

/// <summary>A server of the documentation site that <c>.ci/site</c> builds.</summary>
public sealed class Site : IAsyncLifetime
{
    private const string HowToBuild = "The documentation site is not built: run .ci/site";
    private static readonly string _folder = typeof(Site).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Site").Value!;

    private WebApplication? _server;

    /// <summary>The reason why tests are skipped here, or null.</summary>
    internal static string? ReasonToSkip =>
        Chromium.ReasonToSkip ?? (Environment.GetEnvironmentVariable("CI") == "true" || Directory.Exists(_folder) ? null : HowToBuild);

    public async Task InitializeAsync()
    {
        if (ReasonToSkip is not null)
        {
            return;
        }

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(_folder) });
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    internal Task<Tab> OpenAsync(Chromium chromium, string path, int width) =>
        chromium.OpenAsync(_server!.Urls.Single(), "/" + path, new() { ViewportSize = new() { Width = width, Height = 900 } });
}

/// <summary>A test with data that is skipped where Chromium is not installed or the site is not built. With CI=true it fails instead.</summary>
internal sealed class SiteTheoryAttribute : TheoryAttribute
{
    public SiteTheoryAttribute() => Skip = Site.ReasonToSkip;
}

/// <summary>A test that is skipped where Chromium is not installed or the site is not built. With CI=true it fails instead.</summary>
internal sealed class SiteFactAttribute : FactAttribute
{
    public SiteFactAttribute() => Skip = Site.ReasonToSkip;
}
