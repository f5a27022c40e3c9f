using System.Diagnostics;
using System.Net.Http.Headers;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Records the <c>Traced</c> keys of a call on the activity of the client.</summary>
internal static class ClientTracing
{
    private static readonly HttpRequestOptionsKey<Activity> _activity = new("TypedMetadata.Activity");

    // Grpc.Net.Client starts this activity whenever another activity is current. It has a source only if there is a listener.
    private const string CallActivity = "Grpc.Net.Client.GrpcOut";

    // ASP.NET Core's, of which the same is true: its kind is set only where somebody listens.
    private const string RequestActivity = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    /// <summary>Records the keys of a request on the current activity, and stores the activity for the response.</summary>
    internal static void Begin(HttpRequestMessage request)
    {
        if (KeyTracing.HasKeys && CurrentActivity() is Activity activity)
        {
            request.Options.Set(_activity, activity);
            Record(activity, request.Headers, KeyTracing.RecordRequest);
        }
    }

    /// <summary>Records the keys of the headers or trailers of a response.</summary>
    internal static void Receive(HttpRequestMessage? request, HttpHeaders fields)
    {
        if (KeyTracing.HasKeys && request?.Options.TryGetValue(_activity, out Activity? activity) == true)
        {
            Record(activity, fields, KeyTracing.RecordResponse);
        }
    }

    // Apart, since what a lambda captures is made when its method is entered, traced or not.
    private static void Record(Activity activity, HttpHeaders fields, Action<Activity, Func<string, string[]>> record) => record(activity, key => ValuesOf(fields, key));

    // The activity of a server is about the call that came in.
    private static Activity? CurrentActivity()
    {
        Activity? current = Activity.Current is { OperationName: CallActivity, Source.Name: "" } unheard ? unheard.Parent : Activity.Current;
        return current is { IsAllDataRequested: true, Kind: not ActivityKind.Server } and not { OperationName: RequestActivity, Source.Name: "" } ? current : null;
    }

    private static string[] ValuesOf(HttpHeaders fields, string key) => fields.NonValidated.TryGetValues(key, out HeaderStringValues values) ? [.. values] : [];
}
