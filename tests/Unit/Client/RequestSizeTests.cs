using System.Net;
using Grpc.Core;

namespace TypedMetadata.Unit.Client;

/// <summary>Which host of a request counts. A real header block is counted by RequestBlockTests of the interop tests.</summary>
public sealed class RequestSizeTests
{
    [Theory]
    [InlineData("http://localhost:1/a.B/C", null, "localhost:1")]
    [InlineData("http://localhost/a.B/C", null, "localhost")]
    [InlineData("https://localhost/a.B/C", null, "localhost")]
    [InlineData("https://localhost:80/a.B/C", null, "localhost:80")]
    [InlineData("https://localhost:500/a.B/C", null, "localhost:500")]
    [InlineData("http://127.0.0.1:8080/a.B/C", null, "127.0.0.1:8080")]
    [InlineData("http://[::1]:65535/a.B/C", null, "[::1]:65535")]
    [InlineData("https://b\u00fccher.example/a.B/C", null, "xn--bcher-kva.example")]
    [InlineData("https://localhost:1/a.B/C", "other.example:8443", "other.example:8443")]
    public async Task Host_counts_as_HttpClient_sends_it(string url, string? host, string authority)
    {
        Uri address = new(url);
        int size = new[] { ":method", "POST", ":scheme", address.Scheme, ":path", "/a.B/C", ":authority", authority, "a", "b", "content-type", "application/grpc" }.Sum(part => part.Length) + (6 * 32);
        Assert.Null(await Record.ExceptionAsync(() => SendAsync(address, host, size)));
        Assert.Equal(StatusCode.ResourceExhausted, (await Assert.ThrowsAsync<RpcException>(() => SendAsync(address, host, size - 1))).StatusCode);
    }

    private static async Task SendAsync(Uri address, string? host, int most)
    {
        using HttpMessageInvoker invoker = new(new TypedMetadataHandler(new TypedMetadataClientOptions { MaxRequestMetadataSize = most }) { InnerHandler = new Answering() });
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent([]) };
        request.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        request.Headers.TryAddWithoutValidation("a", "b");
        request.Headers.Host = host;
        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
    }

    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
