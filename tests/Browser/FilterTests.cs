using static Microsoft.Playwright.Assertions;

namespace TypedMetadata.Browser;

/// <summary>The filter of the contract's page and of the recent calls.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class FilterTests(Chromium chromium)
{
    [ChromiumTheory]
    [InlineData("idempotency", new[] { "Place", "Retry" }, "2 of 9 methods and records match")]
    [InlineData("ORDERS place", new[] { "Place" }, "1 of 9 methods and records matches")]
    [InlineData("  checksum ", new[] { "Place", "Cancel", "Receipt" }, "3 of 9 methods and records match")]
    [InlineData("no-such-key", new string[0], "0 of 9 methods and records match")]
    public async Task Filter_shows_only_what_matches_all_words_and_says_how_many(string words, string[] shown, string status)
    {
        await using Tab tab = await chromium.OpenAsync();
        await tab.Filter.PressSequentiallyAsync(words);
        await Expect(tab.Status).ToHaveTextAsync(status);
        await Expect(Cards(tab)).ToHaveCountAsync(shown.Length);
        Assert.Equal(shown, (await Cards(tab).GetByRole(AriaRole.Heading, new() { Level = 3 }).AllInnerTextsAsync()).Select(static heading => heading.Split(' ')[0]));
        await Expect(tab.Page.Locator("main h2:visible")).ToHaveCountAsync(await tab.Page.Locator("main section:has(article.card:visible)").CountAsync());
        await tab.AssertNoProblemsAsync();
    }

    [ChromiumFact]
    public async Task Empty_filter_shows_everything_again()
    {
        await using Tab tab = await chromium.OpenAsync();
        await tab.Filter.FillAsync("idempotency");
        await Expect(Cards(tab)).ToHaveCountAsync(2);
        await tab.Filter.FillAsync("");
        await Expect(Cards(tab)).ToHaveCountAsync(9);
        await Expect(tab.Status).ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task Enter_in_the_filter_does_not_leave_the_page()
    {
        await using Tab tab = await chromium.OpenAsync();
        await tab.Filter.FillAsync("idempotency");
        await tab.Filter.PressAsync("Enter");
        await Expect(Cards(tab)).ToHaveCountAsync(2);
        Assert.Equal(chromium.Shop + "/typed-metadata/", tab.Page.Url);
        await tab.AssertNoProblemsAsync();
    }

    [ChromiumFact]
    public async Task Link_to_a_record_that_the_filter_hides_clears_the_filter()
    {
        await using Tab tab = await chromium.OpenAsync(options: new() { ViewportSize = new() { Width = 1280, Height = 400 } });
        await tab.Filter.FillAsync("orders place");
        await Cards(tab).GetByRole(AriaRole.Link, new() { Name = "Receipt" }).ClickAsync();
        await Expect(tab.Page.Locator("article.card:has(h3 bdi:text-is('Receipt'))")).ToBeInViewportAsync();
        await Expect(tab.Filter).ToHaveValueAsync("");
        await Expect(Cards(tab)).ToHaveCountAsync(9);
    }

    [ChromiumFact]
    public async Task Recent_calls_are_filtered_by_method_status_and_invalid_key()
    {
        await using Tab tab = await chromium.OpenAsync("/typed-metadata/calls/");
        ILocator calls = tab.Page.Locator("li.card:visible");
        await Expect(calls).ToHaveCountAsync(4);
        await tab.Filter.FillAsync("place unauthenticated");
        await Expect(calls).ToHaveCountAsync(0);
        await Expect(tab.Status).ToHaveTextAsync("0 of 4 calls match");
        await tab.Filter.FillAsync("tenant-id");
        await Expect(calls).ToHaveCountAsync(1);
        await Expect(tab.Status).ToHaveTextAsync("1 of 4 calls matches");
        await Expect(calls).ToContainTextAsync("INVALID_ARGUMENT");
    }

    private static ILocator Cards(Tab tab) => tab.Page.Locator("article.card:visible");
}
