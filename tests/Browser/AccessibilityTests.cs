namespace TypedMetadata.Browser;

/// <summary>What people need who use a keyboard or a screen reader.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    public static TheoryData<string> Pages => [.. Shop.ShopServer.Paths];

    [ChromiumTheory]
    [MemberData(nameof(Pages))]
    public async Task Structure_is_that_of_a_document(string path)
    {
        await using Tab tab = await chromium.OpenAsync(path);
        await tab.UnfoldAsync();
        string[] faults = await tab.Page.EvaluateAsync<string[]>("""
            () => {
              const faults = [];
              const check = (isRight, fault) => { if (!isRight) faults.push(fault); };
              const all = selector => [...document.querySelectorAll(selector)];
              check(document.documentElement.lang === 'en', 'no language');
              check(document.title.trim(), 'no title');
              check(all('meta[name=viewport]').length === 1 && !/user-scalable|maximum-scale/.test(all('meta[name=viewport]')[0].content), 'the page cannot be zoomed');
              check(all('h1').length === 1, 'not one h1');
              for (const landmark of ['body > header', 'body > main', 'nav']) check(all(landmark).length === 1, 'not one ' + landmark);
              check(all('body > *').every(one => one.matches('header, nav, main, script, a.skip')), 'content outside of the landmarks');
              let level = 0;
              for (const heading of all('h1, h2, h3, h4, h5, h6')) {
                check(+heading.tagName[1] <= level + 1, 'a level is skipped before ' + heading.textContent);
                check(heading.textContent.trim(), 'an empty heading');
                level = +heading.tagName[1];
              }
              const ids = all('[id]').map(one => one.id);
              check(new Set(ids).size === ids.length, 'an id occurs twice');
              check(ids.every(id => id && !/\s/.test(id)), 'an id with white space');
              for (const link of all('a[href^="#"]')) check(document.getElementById(decodeURIComponent(link.hash.slice(1))), 'no target of ' + link.hash);
              for (const input of all('input')) check(input.labels.length === 1 && input.labels[0].textContent.trim(), 'an input without a label');
              for (const control of all('a[href], button, summary')) check((control.getAttribute('aria-label') ?? control.textContent).trim(), 'no name of ' + control.outerHTML);
              for (const button of all('button[aria-label]')) check(button.getAttribute('aria-label').startsWith(button.textContent), 'the name of a button does not begin with its text');
              for (const region of all('[role=status]')) check(!region.hidden, 'the status region is hidden');
              for (const list of all('ul, ol')) check(list.children.length && [...list.children].every(one => one.tagName === 'LI'), 'a list without items');
              for (const list of all('dl')) check(list.children.length && [...list.children].every(one => /^D[TD]$/.test(one.tagName)), 'a description list without terms');
              return faults;
            }
            """);
        Assert.Empty(faults);
    }

    [ChromiumFact]
    public async Task Screen_reader_is_told_roles_and_names()
    {
        await using Tab tab = await chromium.OpenAsync();
        foreach ((AriaRole role, string name) in new[]
        {
            (AriaRole.Navigation, "Contents"), (AriaRole.Region, "Service shop.Orders"), (AriaRole.Region, "Records"), (AriaRole.Searchbox, "Filter methods and records"),
        })
        {
            Assert.Equal(1, await tab.Page.GetByRole(role, new() { Name = name, Exact = true }).CountAsync());
        }

        Assert.Equal(1, await tab.Page.GetByRole(AriaRole.Banner).CountAsync());
        Assert.Equal(1, await tab.Page.GetByRole(AriaRole.Main).CountAsync());
    }

    [ChromiumTheory]
    [MemberData(nameof(Pages))]
    public async Task Tab_key_reaches_every_control_and_the_focus_is_visible(string path)
    {
        await using Tab tab = await chromium.OpenAsync(path);
        await tab.UnfoldAsync();
        string[] expected = await tab.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')].filter(one => one.checkVisibility()).map((one, index) => {
              one.dataset.order = index;
              return `${index} ${one.tagName}`;
            })
            """);
        List<string> reached = [];
        for (int i = 0; i < expected.Length; i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            reached.Add(await tab.Page.EvaluateAsync<string>("""
                () => {
                  const one = document.activeElement;
                  const style = getComputedStyle(one);
                  const box = one.getBoundingClientRect();
                  const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                  const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                  return `${one.dataset.order} ${one.tagName}${isOutlined ? '' : ' without outline'}${isOnScreen ? '' : ' off the screen'}`;
                }
                """));
        }

        Assert.Equal(expected, reached);
    }

    [ChromiumFact]
    public async Task Skip_link_moves_the_focus_into_the_content()
    {
        await using Tab tab = await chromium.OpenAsync();
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await tab.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.getElementById('main').contains(document.activeElement)"));
    }

    [ChromiumFact]
    public async Task Commands_can_be_opened_and_copied_with_the_keyboard()
    {
        await using Tab tab = await chromium.OpenAsync();
        await tab.Page.Locator("summary").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(tab.Status).ToHaveTextAsync("Copied");
        Assert.StartsWith("grpcurl ", await tab.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
    }
}
