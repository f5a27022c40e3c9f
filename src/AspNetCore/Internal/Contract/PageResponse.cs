using System.Text;
using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>Responses of the contract's endpoints.</summary>
internal static class PageResponse
{
    /// <summary>Answers 404 to who may not see the endpoint, whatever the method, and 405 to what is neither GET nor HEAD. Returns whether it has answered.</summary>
    internal static bool IsRefused(HttpContext http, PageVisibility visibility)
    {
        int? status = !visibility.IsVisible(http.GetEndpoint()) ? StatusCodes.Status404NotFound
            : HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? null
            : StatusCodes.Status405MethodNotAllowed;
        http.Response.StatusCode = status ?? StatusCodes.Status200OK;
        return status is not null;
    }

    /// <summary>Adds the slash at the end of a page's address. Links are relative to it, so that they hold behind a proxy that strips a part of the path. Returns whether it has answered.</summary>
    internal static bool IsRedirectedToSlash(HttpContext http)
    {
        if (http.Request.Path.Value is [.., '/'] or null or "")
        {
            return false;
        }

        string path = http.Request.Path.ToUriComponent();
        http.Response.Redirect(path[(path.LastIndexOf('/') + 1)..] + "/");
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
