using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>The size of an answer's header block or trailers, as PROTOCOL-HTTP2.md counts it. It asks receivers to take 8 KiB at least.</summary>
internal sealed class ResponseSize(IOptions<TypedMetadataServerOptions> options, ILogger<ResponseSize> logger)
{
    private const int TakenByAll = 8 * 1024;
    private readonly ConcurrentDictionary<(string Method, MetadataDirections Direction), bool> _warned = new();

    internal int Most { get; } = options.Value.MaxResponseBytes;

    /// <summary>Throws when a record makes the block too large, and warns once a method of one that some clients refuse.</summary>
    /// <param name="writer">The record, encoded.</param>
    /// <param name="others">What the block holds besides, or null for nothing.</param>
    /// <param name="direction">Which block it is.</param>
    /// <param name="context">The call.</param>
    internal void Check<T>(in MetadataWriter writer, List<KeyValuePair<string, int>>? others, MetadataDirections direction, ServerCallContext context)
        where T : IGrpcMetadata<T>
    {
        int size = writer.Size() + (others?.Sum(static field => field.Value) ?? 0);
        if (size > Most)
        {
            List<KeyValuePair<string, int>> sizes = [.. writer.Sizes(), .. others ?? []];
            MetadataError error = RecordWriting.TooLarge("It", Most, nameof(TypedMetadataServerOptions.MaxResponseBytes), sizes);
            throw new MetadataException($"'{T.Layout.Record}' cannot be written as metadata", direction, [error]);
        }

        if (size > TakenByAll && ServerCall.MethodOf(context) is string method && _warned.TryAdd((method, direction), true))
        {
            logger.ResponseLarge(direction == MetadataDirections.Initial ? "initial" : "trailing", method, size);
        }
    }
}
