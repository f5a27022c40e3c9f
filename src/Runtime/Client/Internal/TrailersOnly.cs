using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace TypedMetadata;

/// <summary>
/// Detects responses that end with their headers: Trailers-Only responses (PROTOCOL-HTTP2.md), an HTTP status other than 200, or a content type other than gRPC's.
/// </summary>
internal static class TrailersOnly
{
    /// <summary>Returns a value that indicates whether a response has ended with its headers.</summary>
    /// <param name="response">The response.</param>
    /// <param name="hasStatus">Whether the headers contain the status of the call.</param>
    /// <param name="succeeded">Whether that status is OK.</param>
    internal static bool Is(HttpResponseMessage response, bool hasStatus, out bool succeeded)
    {
        // In Grpc.Net.Client, a gRPC status takes precedence over the HTTP status.
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
