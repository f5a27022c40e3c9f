using TypedMetadata.Browser.Shop;

namespace TypedMetadata.Browser;

/// <summary>The installed Chromium, and a server with three services that has handled calls. All tests share them, and none changes them.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string HowToInstall = "Chromium is not on the PATH: run apt-get install chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ShopServer? _shop;

    /// <summary>The reason why tests are skipped here, or null.</summary>
    internal static string? ReasonToSkip => Environment.GetEnvironmentVariable("CI") == "true" || Program() is not null ? null : HowToInstall;

    internal string Shop => _shop!.Url;

    public async Task InitializeAsync()
    {
        if (ReasonToSkip is not null)
        {
            return;
        }

        string program = Program() ?? throw new InvalidOperationException(HowToInstall);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] });
        _shop = await ShopServer.StartAsync();
        await _shop.CallAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }
    }

    /// <summary>Opens a page of the shop in a browser profile of its own.</summary>
    internal Task<Tab> OpenAsync(string path = "/typed-metadata/", BrowserNewContextOptions? options = null) => OpenAsync(Shop, path, options);

    /// <summary>Opens a page in a browser profile of its own.</summary>
    internal async Task<Tab> OpenAsync(string server, string path, BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await _browser!.NewContextAsync(options);
        Tab tab = await Tab.OfAsync(context, server);
        IResponse? response = await tab.Page.GotoAsync(server + path);
        Assert.Equal(200, response!.Status);
        return tab;
    }

    private static string? Program() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(static folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
}

/// <summary>The tests that share a browser. They run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>
{
    internal const string Name = "Chromium";
}
