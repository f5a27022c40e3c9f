using System.Text;
using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>Sends the responses of the contract's endpoints.</summary>
internal static class PageResponse
{
    /// <summary>Responds with 404 if the endpoint is not visible, and with 405 if the method is neither GET nor HEAD. Returns a value that indicates whether it has responded.</summary>
    internal static bool IsRejected(HttpContext http, PageVisibility visibility)
    {
        int? status = !visibility.IsVisible(http.GetEndpoint()) ? StatusCodes.Status404NotFound
            : HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? null
            : StatusCodes.Status405MethodNotAllowed;
        http.Response.StatusCode = status ?? StatusCodes.Status200OK;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "GET, HEAD";
        }

        return status is not null;
    }

    /// <summary>
    /// Redirects to the address with a slash at its end, because links are relative to it, so that they work behind a proxy that removes a part of the path. Returns a value that
    /// indicates whether it has redirected.
    /// </summary>
    internal static bool IsRedirectedToSlash(HttpContext http)
    {
        string path = (http.Request.PathBase + http.Request.Path).ToUriComponent();
        if (path is [] or [.., '/'])
        {
            return false;
        }

        // With the leading dot, no segment can be parsed as a scheme.
        http.Response.Redirect($"./{path[(path.LastIndexOf('/') + 1)..]}/");
        return true;
    }

    internal static Task SendHtmlAsync(HttpContext http, string html)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = PageFrame.Policy + "; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        return SendAsync(http, "text/html; charset=utf-8", html);
    }

    internal static async Task SendAsync(HttpContext http, string contentType, string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
