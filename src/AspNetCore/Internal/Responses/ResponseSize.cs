using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The size of a response's header block or trailers, as PROTOCOL-HTTP2.md counts it. It asks receivers to take 8 KiB at least.</summary>
internal sealed class ResponseSize(IOptions<TypedMetadataServerOptions> options, ILogger<ResponseSize> logger)
{
    /// <summary>What an exception of trailing metadata says beside what is wrong.</summary>
    internal const string WhileFailing = "For a call that fails, use new Status(…).ToRpcException(record) or TrySetTrailingMetadata, which leave invalid keys out.";

    private const int TakenByAll = 8 * 1024;
    private readonly ConcurrentDictionary<(string Method, MetadataPositions Position), bool> _warned = new();

    internal int Most { get; } = options.Value.MaxResponseMetadataSize;

    /// <summary>Throws when a record makes the block too large, and warns once a method of one that some clients reject.</summary>
    /// <param name="writer">The record, encoded.</param>
    /// <param name="others">What the block holds besides, or null for nothing.</param>
    /// <param name="position">Which block it is.</param>
    /// <param name="context">The call.</param>
    internal void Check<T>(in MetadataWriter writer, List<KeyValuePair<string, int>>? others, MetadataPositions position, ServerCallContext context)
        where T : IGrpcMetadata<T>
    {
        int size = writer.Size() + (others?.Sum(static field => field.Value) ?? 0);
        if (size > Most)
        {
            List<KeyValuePair<string, int>> sizes = [.. writer.Sizes(), .. others ?? []];
            throw Exception<T>(KeyErrors.TooLarge($"The {NameOf(position)} metadata", Most, nameof(TypedMetadataServerOptions.MaxResponseMetadataSize), sizes), position);
        }

        if (size > KestrelFrame.MostPerField && KestrelFrame.ErrorOf(in writer) is MetadataError error)
        {
            throw Exception<T>(error, position);
        }

        if (size > TakenByAll && ServerCall.MethodOf(context) is string method && _warned.TryAdd((method, position), true))
        {
            logger.ResponseLarge(NameOf(position), method, size);
        }
    }

    private static string NameOf(MetadataPositions position) => position == MetadataPositions.Initial ? "initial" : "trailing";

    private static MetadataException Exception<T>(MetadataError error, MetadataPositions position)
        where T : IGrpcMetadata<T> =>
        new($"'{T.Descriptor.Layout.Record}' cannot be written as metadata", position, [error], position == MetadataPositions.Trailing ? WhileFailing : null);
}
