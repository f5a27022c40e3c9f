namespace TypedMetadata.Browser;

/// <summary>Colors: light and dark, and the contrast of every text.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ContrastTests(Chromium chromium)
{
    // Relative luminance and contrast as WCAG 2.2 defines them. Answers one line for each text below 4.5:1, and how many texts there are.
    private const string Contrast = """
        () => {
          const parse = color => {
            const match = color.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
            if (!match) throw new Error('Unknown color ' + color);
            return { rgb: [+match[1], +match[2], +match[3]], alpha: match[4] === undefined ? 1 : +match[4] };
          };
          const over = (top, bottom) => bottom.map((value, i) => top.rgb[i] * top.alpha + value * (1 - top.alpha));
          const backgroundOf = element => {
            const layers = [];
            for (let one = element; one; one = one.parentElement) {
              const style = getComputedStyle(one);
              if (style.backgroundImage !== 'none' || style.opacity !== '1') throw new Error('Contrast cannot be computed at ' + one.tagName);
              layers.unshift(parse(style.backgroundColor));
            }
            return layers.reduce((bottom, layer) => over(layer, bottom), matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255]);
          };
          const luminance = rgb => rgb.map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
            .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const elements = [...document.querySelectorAll('input')];
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (walker.currentNode.data.trim() && parent.checkVisibility({ visibilityProperty: true }) && parent.getClientRects().length) elements.push(parent);
          }
          const failures = [];
          for (const element of elements) {
            const background = backgroundOf(element);
            const text = over(parse(getComputedStyle(element).color), background);
            const [high, low] = [luminance(text), luminance(background)].sort((a, b) => b - a);
            const ratio = (high + 0.05) / (low + 0.05);
            if (ratio < 4.5) failures.push(`${ratio.toFixed(2)}: ${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`);
          }
          return { failures, texts: elements.length };
        }
        """;

    public static TheoryData<string, ColorScheme> Pages
    {
        get
        {
            TheoryData<string, ColorScheme> pages = [];
            foreach (string path in Shop.ShopServer.Paths)
            {
                pages.Add(path, ColorScheme.Light);
                pages.Add(path, ColorScheme.Dark);
            }

            return pages;
        }
    }

    [ChromiumTheory]
    [MemberData(nameof(Pages))]
    public async Task Every_text_has_a_contrast_of_at_least_4_5(string path, ColorScheme scheme)
    {
        await using Tab tab = await chromium.OpenAsync(path, new() { ColorScheme = scheme });
        await tab.UnfoldAsync();
        Measured measured = await tab.Page.EvaluateAsync<Measured>(Contrast);
        Assert.Empty(measured.Failures);
        Assert.InRange(measured.Texts, 10, 1000);
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, "rgb(255, 255, 255)")]
    [InlineData(ColorScheme.Dark, "rgb(13, 17, 23)")]
    public async Task Background_follows_the_color_scheme_of_the_system(ColorScheme scheme, string background)
    {
        await using Tab tab = await chromium.OpenAsync(options: new() { ColorScheme = scheme });
        Assert.Equal(background, await tab.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    }

    private sealed class Measured
    {
        public string[] Failures { get; set; } = [];

        public int Texts { get; set; }
    }
}
