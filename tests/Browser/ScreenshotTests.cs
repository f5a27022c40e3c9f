namespace TypedMetadata.Browser;

/// <summary>The pictures of the documentation. <c>.ci/screenshots</c> writes them; without it the tests only check that they can be made.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ScreenshotTests(Chromium chromium)
{
    private const string Address = "http://localhost:5000";

    [ChromiumTheory]
    [InlineData("contract-page.png", "/typed-metadata/", ColorScheme.Light, 1280, 1240)]
    [InlineData("contract-page-dark.png", "/typed-metadata/", ColorScheme.Dark, 1280, 1240)]
    [InlineData("contract-page-phone.png", "/typed-metadata/", ColorScheme.Light, 320, 1100)]
    [InlineData("recent-call.png", "/typed-metadata/calls/2", ColorScheme.Light, 1280, 620)]
    public async Task Screenshots(string file, string path, ColorScheme scheme, int width, int height)
    {
        await using Tab tab = await chromium.OpenAsync(path, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height } });

        // The pictures name an address that is the same every time.
        await tab.Page.RouteAsync(Address + "/**", async route => await route.FulfillAsync(new()
        {
            Response = await route.FetchAsync(new() { Url = chromium.Shop + path, Headers = new Dictionary<string, string> { ["host"] = new Uri(Address).Authority } }),
        }));
        await tab.Page.GotoAsync(Address + path);
        await tab.Page.Locator("details:has-text('shop.Catalog/Search')").EvaluateAllAsync<object>("all => all.forEach(one => one.open = true)");
        byte[] picture = await tab.Page.ScreenshotAsync();
        Assert.InRange(picture.Length, 1, 200_000);
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, file), picture);
        }
    }
}
