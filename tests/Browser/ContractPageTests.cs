using static Microsoft.Playwright.Assertions;

namespace TypedMetadata.Browser;

/// <summary>The page of a server with a typed service, a service with contract attributes and a service without a contract.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ContractPageTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task Page_has_a_heading_for_each_service_method_and_record()
    {
        await using Tab tab = await chromium.OpenAsync();
        await Expect(tab.Page).ToHaveTitleAsync("Metadata contract");
        Assert.Equal(["Metadata contract"], await HeadingsAsync(tab, 1));
        Assert.Equal(["shop.Catalog", "shop.Health", "shop.Orders", "Records"], await HeadingsAsync(tab, 2));
        Assert.Equal(
            ["Search unary", "Import client-streaming", "Check unary", "Place unary", "Cancel unary", "Caller", "Receipt", "Retry", "ServerInfo"],
            await HeadingsAsync(tab, 3));
        await Expect(tab.Page.GetByText("3 services, 5 methods, 4 records", new() { Exact = true })).ToBeVisibleAsync();
        await tab.AssertNoProblemsAsync();
    }

    [ChromiumFact]
    public async Task Link_of_a_record_leads_to_its_card()
    {
        await using Tab tab = await chromium.OpenAsync(options: new() { ViewportSize = new() { Width = 1280, Height = 400 } });
        ILocator card = tab.Page.Locator("article.card:has(h3 bdi:text-is('Receipt'))");
        await Expect(card).Not.ToBeInViewportAsync();
        await Method(tab, "Cancel").GetByRole(AriaRole.Link, new() { Name = "Receipt" }).ClickAsync();
        await Expect(card).ToBeInViewportAsync();
        Assert.True(await card.EvaluateAsync<bool>("card => card.matches(':target')"));
    }

    [ChromiumFact]
    public async Task Link_of_a_service_leads_to_its_section()
    {
        await using Tab tab = await chromium.OpenAsync(options: new() { ViewportSize = new() { Width = 1280, Height = 400 } });
        await tab.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "shop.Orders" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "shop.Orders" })).ToBeInViewportAsync();
    }

    [ChromiumFact]
    public async Task Link_to_recent_calls_and_back_holds()
    {
        await using Tab tab = await chromium.OpenAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Recent calls" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Recent calls");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "/shop.Orders/Place" }).First.ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("/shop.Orders/Place");
        await Expect(tab.Page.GetByText("is missing", new() { Exact = true }).First).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Recent calls" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Metadata contract" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Metadata contract");
        await tab.AssertNoProblemsAsync();
    }

    [ChromiumFact]
    public async Task Commands_appear_when_their_summary_is_clicked()
    {
        await using Tab tab = await chromium.OpenAsync();
        ILocator command = Method(tab, "Place").Locator("pre").First;
        await Expect(command).ToBeHiddenAsync();
        await Method(tab, "Place").GetByText("Call it from a terminal").ClickAsync();
        await Expect(command).ToBeVisibleAsync();
        await Expect(command).ToContainTextAsync("'shop.Orders/Place'");
    }

    [ChromiumTheory]
    [InlineData(0, "grpcurl")]
    [InlineData(1, "curl")]
    public async Task Copy_puts_exactly_the_command_into_the_clipboard(int index, string tool)
    {
        await using Tab tab = await chromium.OpenAsync();
        ILocator method = Method(tab, "Place");
        await method.GetByText("Call it from a terminal").ClickAsync();
        ILocator button = method.GetByRole(AriaRole.Button).Nth(index);
        await tab.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UnixEpoch });
        await tab.Page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddHours(1));
        await Expect(button).ToHaveAccessibleNameAsync($"Copy the {tool} command of shop.Orders/Place");
        await button.ClickAsync();
        await Expect(button).ToHaveTextAsync("Copied");
        await Expect(tab.Status).ToHaveTextAsync("Copied");
        string address = new Uri(chromium.Shop).Authority;
        string headers = "-H 'tenant-id: example' -H 'request-id: 0d16ad85-6ce4-4773-a1be-9f62b2e886a3' -H 'idempotency-key: 0d16ad85-6ce4-4773-a1be-9f62b2e886a3'";
        Assert.Equal(
            tool == "grpcurl"
                ? $"grpcurl -plaintext {headers} -d '{{}}' '{address}' 'shop.Orders/Place'"
                : $@"printf '\0\0\0\0\0' | curl --silent --show-error --dump-header - --output - --http2-prior-knowledge -H 'content-type: application/grpc' -H 'te: trailers' {headers} --data-binary @- 'http://{address}/shop.Orders/Place'",
            await tab.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await tab.Page.Clock.RunForAsync(2000);
        await Expect(button).ToHaveTextAsync("Copy");
        await tab.AssertNoProblemsAsync();
    }

    [ChromiumFact]
    public async Task Without_JavaScript_all_content_is_there_and_no_control_that_needs_it()
    {
        await using Tab tab = await chromium.OpenAsync(options: new() { JavaScriptEnabled = false });
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveCountAsync(9);
        await Expect(tab.Page.GetByText("The tenant whose data the call reads or changes.")).ToBeVisibleAsync();
        ILocator details = tab.Page.Locator("details");
        for (int i = 0; i < 5; i++)
        {
            await details.Nth(i).Locator("summary").ClickAsync();
            await Expect(details.Nth(i).Locator("pre").First).ToBeVisibleAsync();
        }

        await Expect(tab.Page.Locator("form, input, button").Filter(new() { Visible = true })).ToHaveCountAsync(0);
    }

    private static ILocator Method(Tab tab, string name) => tab.Page.Locator($"article.card:has(h3 bdi:text-is('{name}'))");

    private static async Task<string[]> HeadingsAsync(Tab tab, int level) =>
        [.. await tab.Page.GetByRole(AriaRole.Heading, new() { Level = level }).AllInnerTextsAsync()];
}
