using System.Diagnostics;
using System.Globalization;
using TypedMetadata.Browser.Shop;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace TypedMetadata.Browser;

/// <summary>A contract of 1,000 methods and 1,000 records with 10,000 keys.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class LargeContractTests(Chromium chromium, ITestOutputHelper output)
{
    [ChromiumFact]
    public async Task Page_of_10000_keys_arrives_and_is_filtered()
    {
        ContractDocument contract = Contract();
        long start = Stopwatch.GetTimestamp();
        string html = ContractPage.Write(contract, Server.Unknown);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{html.Length} characters, written in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));

        await using ShopServer server = await ShopServer.StartAsync(app => app.MapGet("/large", http => PageResponse.SendHtmlAsync(http, html)));
        start = Stopwatch.GetTimestamp();
        await using Tab tab = await chromium.OpenAsync(server.Url, "/large");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Loaded in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));
        await Expect(tab.Page.Locator("ul.keys > li")).ToHaveCountAsync(10_000);

        start = Stopwatch.GetTimestamp();
        await tab.Filter.FillAsync("key-777-7");
        await Expect(tab.Status).ToHaveTextAsync("2 of 2000 methods and records match");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Filtered in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));
        await Expect(tab.Page.Locator("article.card:visible")).ToHaveCountAsync(2);
        await tab.AssertNoProblemsAsync();
    }

    private static ContractDocument Contract() => new()
    {
        Services =
        [
            .. Enumerable.Range(0, 100).Select(service => new ContractService
            {
                Name = $"large.Service{service}",
                Methods =
                [
                    .. Enumerable.Range(service * 10, 10).Select(method => new ContractMethod
                    {
                        Name = $"Method{method}",
                        Kind = "unary",
                        Request = [new ContractUse { Record = $"Large.Record{method}", Enforcement = "reject" }],
                    }),
                ],
            }),
        ],
        Records =
        [
            .. Enumerable.Range(0, 1000).Select(record => new ContractRecord
            {
                Name = $"Record{record}",
                Type = $"Large.Record{record}",
                Positions = ["request"],
                Summary = "Represents one of many records.",
                Keys =
                [
                    .. Enumerable.Range(0, 10).Select(key => new ContractKey
                    {
                        Key = $"key-{record}-{key}",
                        Property = $"Key{key}",
                        Kind = "text",
                        Type = "string",
                        Required = true,
                        ErrorStatus = "INVALID_ARGUMENT",
                        Summary = "Represents one of many keys.",
                    }),
                ],
            }),
        ],
    };
}
