using Microsoft.AspNetCore.Cors.Infrastructure;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>What a browser lets a page of another origin see.</summary>
public sealed class CorsTests
{
    private const string Origin = "https://shop.example";

    private static readonly string[] _status = ["grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding", "grpc-accept-encoding"];

    [Fact]
    public async Task Response_exposes_the_keys_and_the_status_and_a_preflight_lets_the_call_pass()
    {
        await using EchoServer server = await EchoServer.StartAsync(
            _ => Task.CompletedTask,
            grpc => grpc.AddTypedMetadata().Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
                policy.WithOrigins(Origin).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("x-own").WithExposedMetadata<Begin>().WithExposedMetadata<End>())),
            app => app.UseCors());
        using HttpResponseMessage preflight = await SendAsync(server, HttpMethod.Options, request => request.Headers.Add("Access-Control-Request-Method", "POST"));
        Assert.Equal(System.Net.HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal([Origin], preflight.Headers.GetValues("Access-Control-Allow-Origin"));

        using HttpResponseMessage answer = await SendAsync(server, HttpMethod.Post, request =>
        {
            request.Content = new ByteArrayContent([0, 0, 0, 0, 0]);
            request.Content.Headers.ContentType = new("application/grpc");
        });
        string[] exposed = string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")).Split(',', StringSplitOptions.TrimEntries);
        Assert.Equal(["x-own", "node", "stamp-bin", .. _status, "rows", "digest-bin"], exposed);
    }

    [Fact]
    public void Records_of_both_positions_and_records_inside_are_exposed_each_key_once()
    {
        CorsPolicy policy = new CorsPolicyBuilder().WithExposedHeaders("Tags").WithExposedMetadata<Lists>().WithExposedMetadata<Lists>().WithExposedMetadata<Origin>().Build();
        Assert.Equal(["Tags", "blocks-bin", .. _status, "region", "stamp-bin"], policy.ExposedHeaders);
    }

    [Fact]
    public void Keys_by_a_prefix_have_no_names_to_expose()
    {
        NotSupportedException exception = Assert.Throws<NotSupportedException>(() => new CorsPolicyBuilder().WithExposedMetadata<Context>());
        Assert.Contains("'x-baggage-'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("WithExposedHeaders", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(EchoServer server, HttpMethod method, Action<HttpRequestMessage> prepare)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(method, server.Url + "/echo.Echo/Unary") { Version = new Version(2, 0), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Add("Origin", Origin);
        prepare(request);
        return await http.SendAsync(request);
    }
}
