using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// Responses that end in their headers: Trailers-Only (PROTOCOL-HTTP2.md), an HTTP status other than 200, a content type that is not
/// gRPC's. Grpc.Net.Client shows their trailers as initial metadata; a header of ours is the only way to tell its callers.
/// </summary>
internal static class TrailersOnly
{
    internal const string MarkerHeader = "x-typedmetadata-trailers-only";
    private const string Succeeded = "ok";
    private const string Failed = "failed";

    /// <summary>Whether the headers ended the call, and if so whether their own status is OK.</summary>
    internal static bool IsMarked(Metadata headers, out bool succeeded)
    {
        for (int i = 0; i < headers.Count; i++)
        {
            if (headers[i].Key == MarkerHeader)
            {
                succeeded = headers[i].Value == Succeeded;
                return true;
            }
        }

        succeeded = false;
        return false;
    }

    /// <summary>Marks a response that ended in its headers.</summary>
    /// <param name="response">The response.</param>
    /// <param name="hasStatus">Whether its headers hold the call's status.</param>
    /// <returns>Whether it has ended.</returns>
    internal static bool Mark(HttpResponseMessage response, bool hasStatus)
    {
        if (hasStatus)
        {
            // Whatever HTTP says: to Grpc.Net.Client a status of gRPC's own goes before it.
            string status = response.Headers.NonValidated["grpc-status"].ToString();
            bool isOk = int.TryParse(status, NumberStyles.Integer, CultureInfo.InvariantCulture, out int code) && code == 0;
            response.Headers.TryAddWithoutValidation(MarkerHeader, isOk ? Succeeded : Failed);
            return true;
        }

        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues type) && IsGrpc(type.ToString()))
        {
            return false;
        }

        response.Headers.TryAddWithoutValidation(MarkerHeader, Failed);
        return true;
    }

    /// <summary>Marks the headers of a response that ends in them, though no server sent it.</summary>
    internal static void Mark(Metadata headers, bool succeeded) => headers.Add(MarkerHeader, succeeded ? Succeeded : Failed);

    private static bool IsGrpc(string mediaType) =>
        mediaType.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase)
        && (mediaType.Length == "application/grpc".Length || mediaType["application/grpc".Length] is '+' or ';' or ' ' or '\t');
}
