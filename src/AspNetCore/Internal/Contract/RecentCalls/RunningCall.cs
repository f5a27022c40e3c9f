using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata;

/// <summary>A running call, with the notes of its guard for the live view.</summary>
/// <param name="time">The time at which the call started.</param>
/// <param name="timestamp">The timestamp of the server's <see cref="TimeProvider"/> at that time.</param>
internal sealed class RunningCall(DateTimeOffset time, long timestamp)
{
    private const int MostErrors = 64;

    private readonly List<(MetadataError Error, MetadataPositions? Position)> _errors = [];
    private IHttpResponseTrailersFeature? _trailers;

    internal long Timestamp => timestamp;

    /// <summary>Returns the running call of a request, or null if the live view is off.</summary>
    internal static RunningCall? Find(HttpContext http) => http.Features.Get<RunningCall>();

    /// <summary>Notes the errors of the call's metadata.</summary>
    internal void NoteErrors(IEnumerable<MetadataError> errors, MetadataPositions? position)
    {
        lock (_errors)
        {
            _errors.AddRange(errors.Take(MostErrors - _errors.Count).Select(error => (error, position)));
        }
    }

    /// <summary>
    /// Stores the trailers feature, which gRPC-Web removes at the end of the call. The trailers themselves are not read yet, because Kestrel could create two collections for
    /// parallel tasks.
    /// </summary>
    internal void NoteTrailers(HttpContext http) => _trailers = http.Features.Get<IHttpResponseTrailersFeature>();

    /// <summary>Returns the call as it is stored after it has ended.</summary>
    /// <param name="http">The request and the response.</param>
    /// <param name="recorder">The recorder that stores it.</param>
    /// <param name="duration">The duration of the call.</param>
    /// <param name="hasFailed">Whether an exception left the pipeline of the application, so that the server creates the response.</param>
    internal RecentCall End(HttpContext http, CallRecorder recorder, TimeSpan duration, bool hasFailed)
    {
        ShownKeys keys = http.GetEndpoint() is Endpoint endpoint && endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not null ? recorder.KeysOf(endpoint) : ShownKeys.None;
        IHeaderDictionary response = http.Response.Headers;
        IHeaderDictionary? trailers = (_trailers ?? http.Features.Get<IHttpResponseTrailersFeature>())?.Trailers;

        // In a Trailers-Only response, the headers are trailing metadata.
        bool isTrailersOnly = response.GrpcStatus.Count != 0;
        ShownBlock request = ShownBlock.Of(http.Request.Headers, keys, MetadataPositions.Request);
        ShownBlock initial = ShownBlock.Of(isTrailersOnly ? null : response, keys, MetadataPositions.Initial);
        ShownBlock trailing = ShownBlock.Of(isTrailersOnly ? response : trailers, keys, MetadataPositions.Trailing);
        return new RecentCall(
            recorder.NextNumber(),
            time,
            keys.Method ?? "(no such method)",
            hasFailed ? StatusCode.Unknown : StatusOf(http, isTrailersOnly ? response : trailers),
            duration,
            request.Entries.Concat(initial.Entries).Concat(trailing.Entries).Sum(static entry => entry.Size),
            request,
            initial,
            trailing,
            Errors(keys));
    }

    private static StatusCode StatusOf(HttpContext http, IHeaderDictionary? block) =>
        int.TryParse(block?.GrpcStatus, out int status) ? (StatusCode)status
        : http.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Status.StatusCode is StatusCode known and not StatusCode.OK ? known
        : http.RequestAborted.IsCancellationRequested ? StatusCode.Cancelled
        : http.Response.StatusCode == StatusCodes.Status200OK ? StatusCode.OK
        : StatusCode.Unknown;

    private RejectedEntry[] Errors(ShownKeys keys)
    {
        lock (_errors)
        {
            return [.. _errors.Select(error => RejectedEntry.Of(error.Error, keys.Find(error.Error.DeclaredKey, error.Position)))];
        }
    }
}
