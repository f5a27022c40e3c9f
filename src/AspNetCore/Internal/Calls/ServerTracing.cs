using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Records <c>Traced</c> keys of a server's call on the activity of its request.</summary>
internal sealed class ServerTracing
{
    private readonly HttpContext _http;
    private readonly Activity _activity;
    private readonly IHttpResponseTrailersFeature? _trailers;

    private ServerTracing(HttpContext http, Activity activity)
    {
        _http = http;
        _activity = activity;

        // That of gRPC-Web is gone when the response is complete.
        _trailers = http.Features.Get<IHttpResponseTrailersFeature>();
    }

    /// <summary>Records those of the request now, and those of the response when it is complete.</summary>
    internal static void Begin(HttpContext http)
    {
        // ASP.NET Core starts an activity for its logs too. It has a source only when somebody listens to it.
        if (KeyTracing.HasKeys && (http.Features.Get<IHttpActivityFeature>()?.Activity ?? Activity.Current) is { IsAllDataRequested: true, Source.Name: not "" } activity)
        {
            KeyTracing.RecordRequest(activity, key => ValuesOf(http.Request.Headers, key));
            http.Response.OnCompleted(static tracing => ((ServerTracing)tracing).EndAsync(), new ServerTracing(http, activity));
        }
    }

    private Task EndAsync()
    {
        KeyTracing.RecordResponse(_activity, key => ValuesOf(_http.Response.Headers, key) is { Length: not 0 } values ? values : ValuesOf(_trailers?.Trailers, key));
        return Task.CompletedTask;
    }

    private static string[] ValuesOf(IHeaderDictionary? fields, string key) => fields is not null && fields.TryGetValue(key, out var values) ? [.. values.OfType<string>()] : [];
}
