namespace TypedMetadata.Browser;

/// <summary>The documentation site in Chromium, at the width of a phone, a tablet and a desktop.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class SiteTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [SiteTheory]
    [InlineData("index.html")]
    [InlineData("docs/getting-started.html")]
    [InlineData("docs/types.html")]
    [InlineData("docs/rules/README.html")]
    [InlineData("docs/rules/TMD022.html")]
    [InlineData("api/TypedMetadata.GrpcMetadataAttribute.html")]
    public async Task Page_fits_its_width(string path)
    {
        foreach (int width in new[] { 360, 768, 1280 })
        {
            await using Tab tab = await site.OpenAsync(chromium, path, width);
            int overflow = await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{path} is {overflow} pixels too wide at {width}.");
        }
    }

    [SiteFact]
    public async Task Search_finds_a_page()
    {
        await using Tab tab = await site.OpenAsync(chromium, "index.html", 1280);
        await tab.Page.Locator("#search-query").FillAsync("deadline");
        await Assertions.Expect(tab.Page.Locator("#search-results .sr-item").First).ToBeVisibleAsync();
    }

    [SiteTheory]
    [InlineData("site.png", "index.html", 1280)]
    [InlineData("site-tablet.png", "docs/getting-started.html", 768)]
    [InlineData("site-phone.png", "docs/rules/TMD022.html", 360)]
    public async Task Screenshots(string file, string path, int width)
    {
        await using Tab tab = await site.OpenAsync(chromium, path, width);
        byte[] picture = await tab.Page.ScreenshotAsync();
        Assert.InRange(picture.Length, 1, 300_000);
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file), picture);
        }
    }
}
