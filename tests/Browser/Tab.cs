using System.Collections.Concurrent;

namespace TypedMetadata.Browser;

/// <summary>A page in a browser. Everything that goes wrong on it fails the test: errors, warnings, violations of the policy, dialogs and requests to other addresses.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();

    private Tab(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    internal IPage Page { get; }

    internal ILocator Status => Page.GetByRole(AriaRole.Status);

    internal ILocator Filter => Page.GetByRole(AriaRole.Searchbox);

    internal static async Task<Tab> OfAsync(IBrowserContext context, string server)
    {
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', event => console.error('violates the policy: ' + event.violatedDirective))");
        IPage page = await context.NewPageAsync();
        Tab tab = new(context, page);
        page.Console += (_, message) => tab.Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => tab.Note(true, error);
        page.RequestFailed += (_, request) => tab.Note(true, $"{request.Url} failed");
        context.Request += (_, request) => tab.Note(!request.Url.StartsWith(server + "/", StringComparison.Ordinal), $"A request to {request.Url}");
        page.Dialog += (_, dialog) =>
        {
            tab.Note(true, $"The dialog {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        return tab;
    }

    /// <summary>Opens what is folded, as a reader can without JavaScript.</summary>
    internal Task UnfoldAsync() => Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");

    /// <summary>Asserts that nothing went wrong on the page so far.</summary>
    internal async Task AssertNoProblemsAsync()
    {
        // Events arrive in order, so those of the past are here after an answer.
        await Page.EvaluateAsync("() => 0");
        Assert.Empty(_problems);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(bool isProblem, string what)
    {
        if (isProblem)
        {
            _problems.Enqueue(what);
        }
    }
}
