using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>A call whose response metadata is read where HttpClient put it. There are none without the handler: every call is an ordinary one.</summary>
internal abstract class DirectCall
{
    internal static DirectCall? Behind(object call, CallMembers members, out Task<Metadata> headers)
    {
        headers = members.Headers(call);
        return null;
    }

    internal static DirectCall? Behind(object call, CallMembers members, out Metadata trailers)
    {
        trailers = members.Trailers(call);
        return null;
    }

    internal abstract ConfiguredTaskAwaitable ArrivalAsync();

    internal abstract HttpResponseHeaders? Initial();

    internal abstract HttpResponseHeaders? Trailing();

    internal abstract InitialMetadataView InnerInitialMetadata { get; }

    internal abstract Metadata InnerTrailers();
}

/// <summary>Reads the response of a direct call.</summary>
internal static class ResponseHeaderReader
{
    internal static T Read<T>(HttpHeaders headers, MetadataPositions position) => throw new NotSupportedException();

    internal static bool TryRead<T>(HttpHeaders headers, out T value, out IReadOnlyList<MetadataError> errors) => throw new NotSupportedException();
}
