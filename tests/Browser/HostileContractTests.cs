using TypedMetadata.Browser.Shop;
using static Microsoft.Playwright.Assertions;

namespace TypedMetadata.Browser;

/// <summary>A contract with markup and bidirectional text in its summaries.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class HostileContractTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task Markup_in_summaries_is_text()
    {
        await using ShopServer server = await ShopServer.StartAsync(app => app.MapGrpcService<ReviewsService>());
        await using Tab tab = await chromium.OpenAsync(server.Url, "/typed-metadata/");
        await Expect(tab.Page.GetByText("<script>alert('summary')</script> \"><img src=x onerror=alert('image')> </article></main> שלום עולם")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("'\"><svg onload=alert('key')>")).ToBeVisibleAsync();
        Assert.Equal(
            (1, 1, 0),
            (await tab.Page.Locator("script").CountAsync(), await tab.Page.Locator("main").CountAsync(), await tab.Page.Locator("img, svg, [onload], [onerror]").CountAsync()));
        await tab.AssertNoProblemsAsync();
    }

    [ChromiumFact]
    public async Task Override_of_the_position_ends_with_its_summary()
    {
        await using ShopServer server = await ShopServer.StartAsync(app => app.MapGrpcService<ReviewsService>());
        await using Tab tab = await chromium.OpenAsync(server.Url, "/typed-metadata/");
        Assert.Contains('\u202E', await tab.Page.Locator("main").InnerTextAsync());

        // A text that is reversed has its first letter at the right end.
        string[] reversed = await tab.Page.EvaluateAsync<string[]>("""
            () => {
              const reversed = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode;
                if (!node.data.trim() || node.data.includes('\u202E') || !node.parentElement.checkVisibility() || node.parentElement.closest('script')) continue;
                const start = node.data.search(/\S/);
                const range = document.createRange();
                range.setStart(node, start);
                range.setEnd(node, start + 1);
                const first = range.getBoundingClientRect();
                range.setEnd(node, node.data.trimEnd().length);
                if (first.left > range.getBoundingClientRect().left + 1 && range.getClientRects().length === 1) reversed.push(node.data);
              }
              return reversed;
            }
            """);
        Assert.Empty(reversed);
    }
}
