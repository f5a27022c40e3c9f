using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TypedMetadata;

/// <summary>Serves the live view.</summary>
internal sealed class RecentCallsEndpoints(PageVisibility visibility, CallRecorder recorder)
{
    internal Task ServeListAsync(HttpContext http) =>
        PageResponse.IsRejected(http, visibility) || PageResponse.IsRedirectedToSlash(http) ? Task.CompletedTask
        : PageResponse.SendHtmlAsync(http, RecentCallsPage.Write(recorder.Calls()));

    internal Task ServeCallAsync(HttpContext http)
    {
        if (PageResponse.IsRejected(http, visibility))
        {
            return Task.CompletedTask;
        }

        // With a slash at the end of the path, the relative links of the page would not work, so the response is 404.
        if (http.Request.Path.Value is not [.., '/'] && long.TryParse(http.GetRouteValue("number") as string, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && recorder.Find(number) is RecentCall call)
        {
            return PageResponse.SendHtmlAsync(http, RecentCallsPage.Write(call));
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
