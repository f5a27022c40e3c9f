using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// Answers that end in their headers: Trailers-Only (PROTOCOL-HTTP2.md), an HTTP status other than 200, a content type that is not
/// gRPC's. Grpc.Net.Client shows their trailers as initial metadata; a header of ours is the only way to tell its callers.
/// </summary>
internal static class TrailersOnly
{
    internal const string Mark = "x-typedmetadata-trailers-only";
    private const string Succeeded = "ok";
    private const string Failed = "failed";

    /// <summary>Whether the headers ended the call, and if so whether their own status is OK.</summary>
    internal static bool IsMarked(Metadata headers, out bool succeeded)
    {
        for (int i = 0; i < headers.Count; i++)
        {
            if (headers[i].Key == Mark)
            {
                succeeded = headers[i].Value == Succeeded;
                return true;
            }
        }

        succeeded = false;
        return false;
    }

    /// <summary>Marks the answer if it ended in its headers.</summary>
    internal static void SetMark(HttpResponseMessage response)
    {
        if (response.Headers.NonValidated.TryGetValues("grpc-status", out HeaderStringValues status))
        {
            // Whatever HTTP says: to Grpc.Net.Client a status of gRPC's own goes before it.
            bool isOk = int.TryParse(status.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out int code) && code == 0;
            response.Headers.TryAddWithoutValidation(Mark, isOk ? Succeeded : Failed);
        }
        else if (response.StatusCode != HttpStatusCode.OK || !response.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues type) || !IsGrpc(type.ToString()))
        {
            response.Headers.TryAddWithoutValidation(Mark, Failed);
        }
    }

    /// <summary>Marks the headers of an answer that ends in them, though no server sent it.</summary>
    internal static void SetMark(Metadata headers, bool succeeded) => headers.Add(Mark, succeeded ? Succeeded : Failed);

    private static bool IsGrpc(string mediaType) =>
        mediaType.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase)
        && (mediaType.Length == "application/grpc".Length || mediaType["application/grpc".Length] is '+' or ';' or ' ' or '\t');
}
