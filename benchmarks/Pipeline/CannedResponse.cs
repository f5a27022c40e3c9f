using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Pipeline;

/// <summary>Answers each request at once, in the network's place, with the reference record as initial and as trailing metadata and an empty message.</summary>
internal sealed class CannedResponse : HttpMessageHandler
{
    private static readonly byte[] _emptyMessage = new byte[5];
    private static readonly KeyValuePair<string, string>[] _fields = [.. Naive.Write(Reference.Sample).Select(entry => KeyValuePair.Create(entry.Key, ValueOf(entry)))];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Version = HttpVersion.Version20, RequestMessage = request, Content = new ByteArrayContent(_emptyMessage) };
        response.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        Add(response.Headers);
        Add(response.TrailingHeaders);
        response.TrailingHeaders.TryAddWithoutValidation("grpc-status", "0");
        return Task.FromResult(response);
    }

    private static void Add(HttpResponseHeaders headers)
    {
        foreach ((string key, string value) in _fields)
        {
            headers.TryAddWithoutValidation(key, value);
        }
    }

    private static string ValueOf(Metadata.Entry entry) => entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : entry.Value;
}
