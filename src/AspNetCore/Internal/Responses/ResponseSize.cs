using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Limits the size of the initial and the trailing metadata of a response, as PROTOCOL-HTTP2.md counts it. That page suggests a limit of 8 KiB to clients.</summary>
internal sealed class ResponseSize(IOptions<TypedMetadataServerOptions> options, ILogger<ResponseSize> logger)
{
    /// <summary>The remedy that the exceptions of trailing metadata add to their message.</summary>
    internal const string WhileFailing = "For a call that fails, use new Status(…).ToRpcException(record) or TrySetTrailingMetadata, which leave invalid keys out.";

    private const int TakenByAll = 8 * 1024;
    private readonly ConcurrentDictionary<(string Method, MetadataPositions Position), bool> _warned = new();

    internal int Most { get; } = options.Value.MaxResponseMetadataSize;

    /// <summary>Throws if a record makes the metadata too large. Logs one warning for each method whose metadata some clients reject.</summary>
    /// <param name="writer">The encoded record.</param>
    /// <param name="others">The sizes of the other keys, or null if there are none.</param>
    /// <param name="position">The position of the metadata.</param>
    /// <param name="context">The context of the call.</param>
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
