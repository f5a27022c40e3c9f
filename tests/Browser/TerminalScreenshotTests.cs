using System.Net;
using System.Text.RegularExpressions;

namespace TypedMetadata.Browser;

/// <summary>The pictures of terminals in the documentation. <c>.ci/screenshots</c> writes the texts first; without it the test only checks that a picture can be made.</summary>
[Collection(ChromiumCollection.Name)]
public sealed partial class TerminalScreenshotTests(Chromium chromium)
{
    private const string Example = "$ dotnet build\nKeys.cs(1,1): error TMD022: an error\nUsage.cs(1,1): warning TMD105: a warning";

    [ChromiumFact]
    public async Task Screenshots()
    {
        string? texts = Environment.GetEnvironmentVariable("TERMINAL_TEXTS");
        (string Name, string Text)[] terminals = texts is null
            ? [("example", Example)]
            : [.. Directory.EnumerateFiles(texts, "*.txt").Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];
        Assert.NotEmpty(terminals);
        foreach ((string name, string text) in terminals)
        {
            byte[] picture = await PictureAsync(text.Trim());
            Assert.InRange(picture.Length, 1, 200_000);
            if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), picture);
            }
        }
    }

    private async Task<byte[]> PictureAsync(string text)
    {
        await using Tab tab = await chromium.OpenAsync(options: new() { BypassCSP = true });
        await tab.Page.SetContentAsync($$"""
            <style>
              body { margin: 0; display: inline-block; background: #1e1e1e }
              pre { margin: 0; padding: 16px 20px; color: #d4d4d4; font: 14px/1.45 "DejaVu Sans Mono", monospace; width: max-content; max-width: 100ch; white-space: pre-wrap }
              .error { color: #ff7b72 } .warning { color: #e3b341 }
            </style>
            <pre>{{Problem().Replace(WebUtility.HtmlEncode(text), "<span class=\"$1\">$0</span>")}}</pre>
            """);
        return await tab.Page.Locator("pre").ScreenshotAsync();
    }

    [GeneratedRegex("(error|warning) TMD[0-9]{3}")]
    private static partial Regex Problem();
}
