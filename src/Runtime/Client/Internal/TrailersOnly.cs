using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace TypedMetadata;

/// <summary>
/// Responses that end in their headers: Trailers-Only (PROTOCOL-HTTP2.md), an HTTP status other than 200, a content type that is not
/// gRPC's.
/// </summary>
internal static class TrailersOnly
{
    /// <summary>Whether a response has ended in its headers.</summary>
    /// <param name="response">The response.</param>
    /// <param name="hasStatus">Whether its headers hold the call's status.</param>
    /// <param name="succeeded">Whether that status is OK.</param>
    internal static bool Is(HttpResponseMessage response, bool hasStatus, out bool succeeded)
    {
        // Whatever HTTP says: to Grpc.Net.Client a status of gRPC's own goes before it.
        succeeded = hasStatus
            && int.TryParse(response.Headers.NonValidated["grpc-status"].ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out int code)
            && code == 0;
        return hasStatus
            || response.StatusCode != HttpStatusCode.OK
            || !response.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues type)
            || !IsGrpc(type.ToString());
    }

    private static bool IsGrpc(string mediaType) =>
        mediaType.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase)
        && (mediaType.Length == "application/grpc".Length || mediaType["application/grpc".Length] is '+' or ';' or ' ' or '\t');
}
