using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Records the <c>Traced</c> keys of a call on the activity of its request.</summary>
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
            Record(activity, http.Request.Headers, KeyTracing.RecordRequest);
            http.Response.OnCompleted(static tracing => ((ServerTracing)tracing).EndAsync(), new ServerTracing(http, activity));
        }
    }

    private Task EndAsync()
    {
        Record(_activity, _http.Response.Headers, KeyTracing.RecordResponse);
        if (_trailers?.Trailers is IHeaderDictionary trailers)
        {
            Record(_activity, trailers, KeyTracing.RecordResponse);
        }

        return Task.CompletedTask;
    }

    // Apart, since what a lambda captures is made when its method is entered, traced or not.
    private static void Record(Activity activity, IHeaderDictionary fields, Action<Activity, Func<string, string[]>> record) =>
        record(activity, key => fields.TryGetValue(key, out StringValues values) ? [.. values.OfType<string>()] : []);
}
