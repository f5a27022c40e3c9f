using System.Diagnostics;
using System.Net.Http.Headers;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Records <c>Traced</c> keys of a client's call.</summary>
internal static class ClientTracing
{
    private static readonly HttpRequestOptionsKey<Activity> _activity = new("TypedMetadata.Activity");

    // Grpc.Net.Client starts it wherever another activity is current. It has a source only when somebody listens to it.
    private const string CallActivity = "Grpc.Net.Client.GrpcOut";

    /// <summary>Records those of a request on the current activity, and keeps it for those of the response.</summary>
    internal static void Begin(HttpRequestMessage request)
    {
        if (KeyTracing.HasKeys && CurrentActivity() is Activity activity)
        {
            request.Options.Set(_activity, activity);
            KeyTracing.RecordRequest(activity, key => ValuesOf(request.Headers, key));
        }
    }

    /// <summary>Records those of a response's header fields or trailers.</summary>
    internal static void Receive(HttpRequestMessage? request, HttpHeaders fields)
    {
        if (KeyTracing.HasKeys && request?.Options.TryGetValue(_activity, out Activity? activity) == true)
        {
            KeyTracing.RecordResponse(activity, key => ValuesOf(fields, key));
        }
    }

    // The activity of a server is about the call that came in.
    private static Activity? CurrentActivity()
    {
        Activity? current = Activity.Current is { OperationName: CallActivity, Source.Name: "" } unheard ? unheard.Parent : Activity.Current;
        return current is { IsAllDataRequested: true, Kind: not ActivityKind.Server } ? current : null;
    }

    private static string[] ValuesOf(HttpHeaders fields, string key) => fields.NonValidated.TryGetValues(key, out HeaderStringValues values) ? [.. values] : [];
}
