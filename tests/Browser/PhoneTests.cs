namespace TypedMetadata.Browser;

/// <summary>The pages on a screen that is 320 px wide.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class PhoneTests(Chromium chromium)
{
    public static TheoryData<string> Pages => [.. Shop.ShopServer.Paths];

    [ChromiumTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_does_not_overflow_and_every_control_is_reachable(string path)
    {
        await using Tab tab = await chromium.OpenAsync(path, new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await tab.UnfoldAsync();
        Assert.Equal((320, 320), (await tab.Page.EvaluateAsync<int>("() => document.documentElement.clientWidth"), await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")));

        // Every control lies inside the screen, and a tap on its first line hits it. The skip link is outside until it has the focus.
        string[] unreachable = await tab.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a[href]:not(.skip), button, input, summary, pre')].filter(control => {
              control.scrollIntoView({ block: 'center' });
              const line = control.getClientRects()[0];
              const hit = line && document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
              return !line || line.left < 0 || line.right > 320 || !(control === hit || control.contains(hit));
            }).map(control => control.outerHTML)
            """);
        Assert.Empty(unreachable);
        await tab.AssertNoProblemsAsync();
    }
}
