namespace TypedMetadata.Browser;

/// <summary>A page needs nothing but itself, and no browser finds fault with it.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class IsolationTests(Chromium chromium)
{
    public static TheoryData<string> Pages => [.. Shop.ShopServer.Paths];

    [ChromiumTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_has_no_error_no_violation_and_no_foreign_request(string path)
    {
        await using Tab tab = await chromium.OpenAsync(path);
        await tab.UnfoldAsync();
        await tab.AssertNoProblemsAsync();
        Assert.Equal(1, await tab.Page.EvaluateAsync<int>("() => performance.getEntries().filter(one => one.entryType === 'navigation' || one.entryType === 'resource').length"));
    }

    [ChromiumFact]
    public async Task Browser_runs_no_script_but_our_own()
    {
        await using Tab tab = await chromium.OpenAsync();
        await tab.Page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'document.title = \"changed\"'; document.body.append(script); }");
        Assert.Equal("Metadata contract", await tab.Page.TitleAsync());
        Assert.Contains("script-src-elem", (await Assert.ThrowsAnyAsync<Exception>(tab.AssertNoProblemsAsync)).Message, StringComparison.Ordinal);
    }
}
