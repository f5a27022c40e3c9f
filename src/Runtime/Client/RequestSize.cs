using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Codecs;

namespace TypedMetadata;

/// <summary>
/// The size of a request's header block as PROTOCOL-HTTP2.md counts it. It asks receivers to take 8 KiB at least, and many take no more.
/// </summary>
internal sealed partial class RequestSize(TypedMetadataClientOptions options, ILogger logger)
{
    private const int TakenByAll = 8 * 1024;
    private const int MostMethods = 1024;
    private readonly ConcurrentDictionary<string, bool> _warned = new(StringComparer.Ordinal);

    /// <summary>Fails the call of a block that is too large, and warns once a method of one that some servers refuse.</summary>
    internal void Check(HttpRequestMessage request)
    {
        string method = request.RequestUri?.AbsolutePath ?? "";
        int size = FieldSize.Of(":method", request.Method.Method) + SizeOfAddress(request.RequestUri) + SizeOfAll(request.Headers.NonValidated);
        if (request.Content is HttpContent content)
        {
            size += SizeOfAll(content.Headers.NonValidated);
        }

        if (size > options.MaxRequestBytes)
        {
            IEnumerable<KeyValuePair<string, int>> sizes = request.Headers.NonValidated.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), SizeOf(header.Key, header.Value)));
            string problem = FieldErrors.TooLarge("It", options.MaxRequestBytes, nameof(options.MaxRequestBytes), sizes).Message;
            throw new RpcException(new Status(StatusCode.ResourceExhausted, $"The request metadata was not sent. {problem}"));
        }

        if (size > TakenByAll && _warned.Count < MostMethods && _warned.TryAdd(method, true))
        {
            Large(logger, method, size);
        }
    }

    private static int SizeOfAddress(Uri? address) => address is null
        ? 0
        : FieldSize.Of(":scheme", address.Scheme) + FieldSize.Of(":path", address.AbsolutePath) + FieldSize.Of(":authority", address.Host) + SizeOfPort(address);

    // Not Uri.Authority, which makes a new string each time.
    private static int SizeOfPort(Uri address) => address.IsDefaultPort ? 0 : ":".Length + address.Port switch
    {
        < 10 => 1,
        < 100 => 2,
        < 1_000 => 3,
        < 10_000 => 4,
        _ => 5,
    };

    private static int SizeOfAll(HttpHeadersNonValidated headers)
    {
        int size = 0;
        foreach ((string key, HeaderStringValues values) in headers)
        {
            size += SizeOf(key, values);
        }

        return size;
    }

    private static int SizeOf(string key, HeaderStringValues values)
    {
        int size = 0;
        foreach (string value in values)
        {
            size += FieldSize.Of(key, value);
        }

        return size;
    }

    [LoggerMessage(1, LogLevel.Warning, "The request metadata of {Method} takes {Size} bytes. The gRPC specification asks servers to take 8192, and many take no more.")]
    private static partial void Large(ILogger logger, string method, int size);
}
