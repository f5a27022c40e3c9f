using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Limits the size of request headers. PROTOCOL-HTTP2.md suggests a limit of 8 KiB to servers, and many servers have it.</summary>
internal sealed partial class RequestSize(TypedMetadataClientOptions options, ILogger logger)
{
    private const int TakenByAll = 8 * 1024;
    private const int MostMethods = 1024;
    private readonly ConcurrentDictionary<string, bool> _warned = new(StringComparer.Ordinal);

    /// <summary>Throws if the headers are too large. Logs one warning for each method whose headers some servers reject.</summary>
    /// <param name="request">The request.</param>
    /// <param name="size">The size of the headers.</param>
    internal void Check(HttpRequestMessage request, int size)
    {
        if (size > options.MaxRequestMetadataSize)
        {
            IEnumerable<KeyValuePair<string, int>> sizes = request.Headers.NonValidated.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), RequestBlock.SizeOf(header.Key, header.Value)));
            string problem = KeyErrors.TooLarge("It", options.MaxRequestMetadataSize, nameof(options.MaxRequestMetadataSize), sizes).Message;
            throw new RpcException(new Status(StatusCode.ResourceExhausted, $"The request metadata was not sent. {problem}"));
        }

        if (size > TakenByAll && _warned.Count < MostMethods && request.RequestUri?.AbsolutePath is string method && _warned.TryAdd(method, true))
        {
            Large(logger, method, size);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The request metadata of {Method} takes {Size} bytes. Many servers reject more than 8192 bytes, the limit that the gRPC specification suggests.")]
    private static partial void Large(ILogger logger, string method, int size);
}
