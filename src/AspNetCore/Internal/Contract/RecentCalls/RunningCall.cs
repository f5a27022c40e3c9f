using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata;

/// <summary>A call while it runs: what its guard notes for the live view, since only the guard sees it.</summary>
/// <param name="time">When it began.</param>
/// <param name="timestamp">The same, of the server's clock.</param>
internal sealed class RunningCall(DateTimeOffset time, long timestamp)
{
    private const int MostErrors = 64;

    private readonly List<(MetadataError Error, MetadataPositions? Position)> _errors = [];
    private IHttpResponseTrailersFeature? _trailers;

    internal long Timestamp => timestamp;

    /// <summary>Finds the call that the live view watches, if it is on.</summary>
    internal static RunningCall? Find(HttpContext http) => http.Features.Get<RunningCall>();

    /// <summary>Notes what was wrong with the call's metadata.</summary>
    internal void NoteErrors(IEnumerable<MetadataError> errors, MetadataPositions? position)
    {
        lock (_errors)
        {
            _errors.AddRange(errors.Take(MostErrors - _errors.Count).Select(error => (error, position)));
        }
    }

    /// <summary>Notes where the trailers are, which gRPC-Web takes away at the end of the call. They are not asked for yet: Kestrel would make two collections for two tasks that ask at once.</summary>
    internal void NoteTrailers(HttpContext http) => _trailers = http.Features.Get<IHttpResponseTrailersFeature>();

    /// <summary>What is kept of the call once it has ended.</summary>
    /// <param name="http">The request and the response.</param>
    /// <param name="recorder">What keeps it.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="hasFailed">Whether an exception left the application's pipeline, so that the server makes the response.</param>
    internal RecentCall End(HttpContext http, CallRecorder recorder, TimeSpan duration, bool hasFailed)
    {
        ShownKeys keys = http.GetEndpoint() is Endpoint endpoint && endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not null ? recorder.KeysOf(endpoint) : ShownKeys.None;
        IHeaderDictionary response = http.Response.Headers;
        IHeaderDictionary? trailers = (_trailers ?? http.Features.Get<IHttpResponseTrailersFeature>())?.Trailers;

        // Trailers-Only: one block of headers, which are trailing metadata.
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
