using System.Net.Http.Headers;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>gRPC-Web, as browsers speak it.</summary>
public sealed class GrpcWebTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failure_before_the_response_starts_is_all_in_the_headers(bool isTyped)
    {
        await using EchoServer server = await StartAsync(isTyped, _ => throw new RpcException(new Status(StatusCode.NotFound, "none"), new Metadata { { "rows", "3" } }));
        using HttpResponseMessage response = await PostAsync(server);
        Assert.Equal(["5"], response.Headers.GetValues("grpc-status"));
        Assert.Equal(["3"], response.Headers.GetValues("rows"));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Failure_after_initial_metadata_has_its_trailers_at_the_end_of_the_body()
    {
        await using EchoServer server = await StartAsync(isTyped: true, async context =>
        {
            context.SetTrailingMetadata(new End(3));
            await context.WriteInitialMetadataAsync(new Begin("n1", [7]));
            throw new RpcException(new Status(StatusCode.NotFound, "none"));
        });
        using HttpResponseMessage response = await PostAsync(server);
        Assert.Equal(["n1"], response.Headers.GetValues("node"));
        Assert.False(response.Headers.Contains("grpc-status"));
        string body = System.Text.Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync());
        Assert.Contains("rows: 3", body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("grpc-status: 5", body, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<EchoServer> StartAsync(bool isTyped, Func<ServerCallContext, Task> behaviour) => EchoServer.StartAsync(
        behaviour,
        grpc => _ = isTyped ? grpc.AddTypedMetadata() : grpc,
        app => app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true }),
        listen: kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1));

    private static async Task<HttpResponseMessage> PostAsync(EchoServer server)
    {
        using HttpClient http = new();
        using ByteArrayContent message = new([0, 0, 0, 0, 0]);
        message.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        return await http.PostAsync(server.Url + "/echo.Echo/Unary", message);
    }
}
