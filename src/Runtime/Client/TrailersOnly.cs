using System.Net;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// Answers that end in their headers: Trailers-Only (PROTOCOL-HTTP2.md), an HTTP status other than 200, a content type that is not
/// gRPC's. Grpc.Net.Client shows their trailers as initial metadata; a header of ours is the only way to tell its callers.
/// </summary>
internal static class TrailersOnly
{
    internal const string Mark = "x-typedmetadata-trailers-only";

    internal static bool IsMarked(Metadata headers)
    {
        for (int i = 0; i < headers.Count; i++)
        {
            if (headers[i].Key == Mark)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Marks the answer if it ended in its headers, and removes a mark that a server forged.</summary>
    internal static void SetMark(HttpResponseMessage response)
    {
        response.Headers.Remove(Mark);
        response.TrailingHeaders.Remove(Mark);
        if (EndsInHeaders(response))
        {
            response.Headers.TryAddWithoutValidation(Mark, "1");
        }
    }

    private static bool EndsInHeaders(HttpResponseMessage response) =>
        response.StatusCode != HttpStatusCode.OK
        || response.Headers.NonValidated.Contains("grpc-status")
        || response.Content.Headers.ContentType?.MediaType is not string type
        || !IsGrpc(type);

    private static bool IsGrpc(string mediaType) =>
        mediaType.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase)
        && (mediaType.Length == "application/grpc".Length || mediaType["application/grpc".Length] is '+' or ';');
}
