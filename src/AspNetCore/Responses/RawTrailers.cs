using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>
/// Trailers that were set the raw way, in <c>ResponseTrailers</c> or an <c>RpcException</c>. grpc-dotnet encodes them when the handler has
/// returned, and one that cannot be sent costs the reply or the status; here it costs itself.
/// </summary>
internal static class RawTrailers
{
    /// <summary>Takes trailers over, so that grpc-dotnet finds none.</summary>
    internal static void Move(Metadata from, PendingTrailers to, string method, ILogger logger)
    {
        Copy(from, to, method, logger);
        from.Clear();
    }

    /// <summary>Takes trailers over, and leaves them where they are.</summary>
    internal static void Copy(Metadata from, PendingTrailers to, string method, ILogger logger)
    {
        foreach (Metadata.Entry entry in from)
        {
            string? problem = RawEntry.TryEncode(entry, out string? field, out string? unsendable) ? to.Add(entry.Key, field) : unsendable;
            if (problem is not null)
            {
                logger.TrailerNotSent(entry.Key, method, problem);
            }
        }
    }
}
