using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.Server;
using Status = Grpc.Core.Status;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>Microsoft.AspNetCore.Grpc.JsonTranscoding: calls that come as JSON are answered as they are without us, and read records all the same.</summary>
public sealed class JsonTranscodingTests
{
    // It writes no details, and its ResponseTrailers throw, with us and without us.
    private static readonly bool _isOld = typeof(Microsoft.AspNetCore.Grpc.JsonTranscoding.GrpcJsonTranscodingOptions).Assembly.GetName().Version!.Major < 9;

    private static readonly Google.Rpc.Status _rich = new() { Code = (int)Code.FailedPrecondition, Message = "not now", Details = { Any.Pack(new StringValue { Value = "why" }) } };

    [Fact]
    public async Task Json_call_reads_and_writes_records()
    {
        await using Server server = await Server.StartAsync(async context =>
        {
            Caller caller = context.ReadRequestMetadata<Caller>();
            await context.WriteInitialMetadataAsync(new Begin(caller.TenantId, [1]));
            context.SetTrailingMetadata(new End(7));
        });
        using HttpRequestMessage request = new(HttpMethod.Get, "/orders/5") { Headers = { { "tenant-id", "acme" }, { "token-bin", "AQ" } } };
        using HttpResponseMessage response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("5", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        Assert.Equal("acme", response.Headers.GetValues("node").Single());
    }

    [Fact]
    public async Task Services_own_rich_error_keeps_its_details()
    {
        await using Server server = await Server.StartAsync(_ => throw _rich.ToRpcException());
        using HttpResponseMessage response = await server.Http.GetAsync(new Uri("/orders/5", UriKind.Relative));
        JsonElement error = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.BadRequest, "not now"), (response.StatusCode, error.GetProperty("message").GetString()));
        Assert.Equal(_isOld ? [] : ["why"], error.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("value").GetString()!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rejection_is_400_with_its_text_and_with_details_where_they_are_asked_for(bool details)
    {
        await using Server server = await Server.StartAsync(
            context =>
            {
                context.ReadRequestMetadata<Caller>();
                return Task.CompletedTask;
            },
            details);
        using HttpResponseMessage response = await server.Http.GetAsync(new Uri("/orders/5", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        JsonElement error = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("'tenant-id' is missing", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(details && !_isOld ? 2 : 0, error.GetProperty("details").EnumerateArray().Sum(detail => detail.GetProperty("fieldViolations").GetArrayLength()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Middleware_finds_raw_trailers_after_the_call(bool asJson)
    {
        Metadata? seen = null;
        bool hasTrailers = !asJson || !_isOld;
        await using Server server = await Server.StartAsync(
            context =>
            {
                if (hasTrailers)
                {
                    context.ResponseTrailers.Add("rows", "7");
                }

                return Task.CompletedTask;
            },
            after: http => seen = !hasTrailers ? null : http.Features.Get<IServerCallContextFeature>()!.ServerCallContext.ResponseTrailers);
        if (asJson)
        {
            using HttpResponseMessage response = await server.Http.GetAsync(new Uri("/orders/5", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        else
        {
            using AsyncUnaryCall<Order> call = server.Client.GetAsync(new OrderRequest { Id = "5" });
            await call;
            Assert.Equal(["7"], call.GetTrailers().GetAll(MetadataKey.Text("rows")));
        }

        Assert.Equal(hasTrailers ? "7" : null, seen?.GetValue("rows"));
    }

    [Fact]
    public async Task Middleware_finds_the_trailers_of_a_failed_gRPC_call()
    {
        Metadata? seen = null;
        await using Server server = await Server.StartAsync(
            _ => throw new RpcException(new Status(StatusCode.Aborted, ""), new Metadata { { "rows", "7" } }),
            after: http => seen = http.Features.Get<IServerCallContextFeature>()!.ServerCallContext.ResponseTrailers);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.GetAsync(new OrderRequest()));
        Assert.Equal("7", Assert.Single(exception.Trailers, entry => entry.Key == "rows").Value);
        Assert.Equal("7", seen!.GetValue("rows"));
    }

    [Fact]
    public async Task Contract_is_checked_of_json_calls_too()
    {
        bool reached = false;
        await using Server server = await Server.StartAsync(
            _ =>
            {
                reached = true;
                return Task.CompletedTask;
            },
            map: app => app.MapGrpcService<DeclaredOrders>());
        using HttpResponseMessage response = await server.Http.GetAsync(new Uri("/orders/5", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(reached);
    }

    private class OrdersService(Behaviour behaviour) : Orders.OrdersBase
    {
        public override async Task<Order> Get(OrderRequest request, ServerCallContext context)
        {
            await behaviour.RunAsync(context);
            return new Order { Id = request.Id };
        }
    }

    [RequestMetadata<Caller>]
    private sealed class DeclaredOrders(Behaviour behaviour) : OrdersService(behaviour);

    /// <summary>HTTP/1.1 for JSON and HTTP/2 for gRPC, each on its port.</summary>
    private sealed class Server(WebApplication app) : IAsyncDisposable
    {
        private readonly GrpcChannel _channel = GrpcChannel.ForAddress(app.Urls.Last(), new GrpcChannelOptions().UseTypedMetadata());

        internal HttpClient Http { get; } = new() { BaseAddress = new Uri(app.Urls.First()) };

        internal Orders.OrdersClient Client => new(Paths.CallsOf(_channel));

        internal static async Task<Server> StartAsync(Func<ServerCallContext, Task> behaviour, bool details = false, Action<HttpContext>? after = null, Action<WebApplication>? map = null)
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            });
            builder.Services.AddSingleton(new Behaviour(behaviour, _ => Task.CompletedTask));
            IGrpcServerBuilder grpc = builder.Services.AddGrpc().AddTypedMetadata(options => options.IncludeDetailsInJson = details);
            grpc.AddJsonTranscoding(options => options.TypeRegistry = Google.Protobuf.Reflection.TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor, WrappersReflection.Descriptor));
            Paths.Bind(grpc);
            WebApplication app = builder.Build();
            app.Use(async (http, next) =>
            {
                await next(http);
                after?.Invoke(http);
            });
            (map ?? (one => one.MapGrpcService<OrdersService>()))(app);
            await app.StartAsync();
            return new Server(app);
        }

        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            _channel.Dispose();
            await app.DisposeAsync();
        }
    }
}
