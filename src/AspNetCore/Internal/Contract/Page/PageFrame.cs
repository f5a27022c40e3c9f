using System.Security.Cryptography;
using System.Text;

namespace TypedMetadata;

/// <summary>Writes the frame of the HTML pages: one file without external resources, with a Content-Security-Policy that allows only the embedded script and style.</summary>
internal static class PageFrame
{
    private static readonly string _style = Resource("page.css");
    private static readonly string _script = Resource("page.js");

    /// <summary>The Content-Security-Policy of a page.</summary>
    internal static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(_style)}'; script-src '{Hash(_script)}'; base-uri 'none'; form-action 'none'";

    internal static string Of(string title, Action<HtmlWriter> writeBody)
    {
        HtmlWriter html = new();
        html.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <style>
            """);
        html.WriteOwn(_style);
        html.Write($"""
            </style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>

            """);
        writeBody(html);
        html.Write($"<script>");
        html.WriteOwn(_script);
        html.Write($"""
            </script>
            </body>
            </html>

            """);
        return html.ToString();
    }

    /// <summary>Returns a number with its noun: 1 call, 2 calls.</summary>
    internal static string Count(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Browsers hash the text with LF line endings, but a checkout may have changed them.
    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(PageFrame).Assembly.GetManifestResourceStream("TypedMetadata.Page." + name)!);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
