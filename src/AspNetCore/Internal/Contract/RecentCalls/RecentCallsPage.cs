using System.Globalization;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>Writes the pages of the live view: the list of recent calls, and the page of one call.</summary>
internal static class RecentCallsPage
{
    internal static string Write(IReadOnlyList<RecentCall> calls) => PageFrame.Of("Recent calls", html =>
    {
        html.Write($"""
            <header>
            <h1>Recent calls</h1>
            <nav class="links" aria-label="Pages"><a href="../">Metadata contract</a></nav>
            <p class="muted">{(calls.Count == 0 ? "No call has ended yet." : $"The last {PageFrame.Count(calls.Count, "call")}, newest first.")} Reload the page to see newer calls. Values of sensitive keys and of undeclared keys are redacted to ***.</p>
            <form role="search" hidden>
            <label for="filter">Filter calls</label>
            <input id="filter" type="search" data-items="calls" autocomplete="off" spellcheck="false">
            </form>
            <p id="status" role="status" class="muted"></p>
            </header>
            <main id="main">

            """);
        if (calls.Count == 0)
        {
            html.Write($"</main>");
            return;
        }

        html.Write($"""<ol class="plain">""");
        foreach (RecentCall call in calls)
        {
            html.Write($"""
                <li class="card" data-search="{call.Method} {RecordDescription.NameOf(call.Status)} {string.Join(' ', call.Errors.Select(static error => error.Key))}">
                <h2 class="inline"><a href="{Number(call.Number)}"><bdi>{call.Method}</bdi></a></h2>
                <p><span class="tag{(call.Status == StatusCode.OK ? "" : " secret")}">{RecordDescription.NameOf(call.Status)}</span> {Facts(call)}</p>
                """);
            if (call.Errors.Count != 0)
            {
                html.Write($"""<p class="muted">Invalid keys: <bdi>{string.Join(", ", call.Errors.Select(static error => error.Key).Distinct())}</bdi></p>""");
            }

            html.Write($"</li>");
        }

        html.Write($"</ol></main>");
    });

    internal static string Write(RecentCall call) => PageFrame.Of($"Call {Number(call.Number)}", html =>
    {
        html.Write($"""
            <header>
            <h1><bdi>{call.Method}</bdi></h1>
            <nav class="links" aria-label="Pages"><a href="../">Metadata contract</a> <a href="./">Recent calls</a></nav>
            <p><span class="tag{(call.Status == StatusCode.OK ? "" : " secret")}">{RecordDescription.NameOf(call.Status)}</span> {Facts(call)}</p>
            <p id="status" role="status"></p>
            </header>
            <main id="main">

            """);
        if (call.Errors.Count != 0)
        {
            html.Write($"""<section class="card"><h2 class="inline">Invalid keys</h2><dl>""");
            foreach (RejectedEntry error in call.Errors)
            {
                html.Write($"<dt><code><bdi>{error.Key}</bdi></code></dt><dd><bdi>{error.Problem}</bdi></dd>");
            }

            html.Write($"</dl></section>");
        }

        Write(html, "Request metadata", call.Request);
        Write(html, "Initial metadata", call.Initial);
        Write(html, "Trailing metadata", call.Trailing);
        html.Write($"</main>");
    });

    private static void Write(HtmlWriter html, string position, ShownBlock block)
    {
        html.Write($"""<section class="card"><h2 class="inline">{position}</h2>""");
        if (block.Entries.Count == 0)
        {
            html.Write($"""<p class="muted">No entries</p></section>""");
            return;
        }

        html.Write($"<dl>");
        foreach (ShownEntry entry in block.Entries)
        {
            html.Write($"<dt><code><bdi>{entry.Key}</bdi></code></dt><dd><code><bdi>{entry.Value}</bdi></code></dd>");
        }

        html.Write($"</dl>");
        if (block.LeftOut != 0)
        {
            html.Write($"""<p class="muted">and {block.LeftOut} more entries</p>""");
        }

        html.Write($"</section>");
    }

    private static string Facts(RecentCall call) => string.Create(
        CultureInfo.InvariantCulture, $"{call.Time:yyyy-MM-dd HH:mm:ss.fff}Z, {call.Duration.TotalMilliseconds:0.0} ms, {call.Size} bytes of metadata");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
