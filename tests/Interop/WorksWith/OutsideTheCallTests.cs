using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>Records are read wherever the call's execution context goes, with its <c>HttpContext</c> or with the accessor.</summary>
public sealed class OutsideTheCallTests
{
    private static readonly Caller _caller = new("acme", new byte[] { 1 });

    [Fact]
    public async Task Middleware_reads_before_and_after_the_call()
    {
        List<string?> seen = [];
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, pipeline: app => app.Use(async (http, next) =>
        {
            IRequestMetadataAccessor<Caller> accessor = http.RequestServices.GetRequiredService<IRequestMetadataAccessor<Caller>>();
            seen.Add(http.ReadRequestMetadata<Caller>().TenantId);
            seen.Add(accessor.Read().TenantId);
            Assert.False(http.TryReadRequestMetadata(out Origin? _, out IReadOnlyList<MetadataError> errors));
            Assert.Equal(2, errors.Count);
            await next(http);
            seen.Add(http.TryReadRequestMetadata(out Caller? caller) ? caller.TenantId : null);
            seen.Add(accessor.TryRead(out Caller? again) ? again.TenantId : null);
        }));
        await server.Client.UnaryAsync(new EchoMessage(), _caller);
        Assert.Equal(["acme", "acme", "acme", "acme"], seen);
    }

    [Theory]
    [InlineData("acme", StatusCode.OK)]
    [InlineData("other", StatusCode.PermissionDenied)]
    public async Task Authorization_handler_reads(string tenant, StatusCode expected)
    {
        await using EchoServer server = await EchoServer.StartAsync(
            _ => Task.CompletedTask,
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton<IAuthorizationHandler, TenantHandler>();
                grpc.Services.AddAuthorizationBuilder().AddPolicy("tenant", policy => policy.AddRequirements(new TenantRequirement()));
            },
            map: app => app.MapGrpcService<EchoService>().RequireAuthorization("tenant"));
        Metadata sent = _caller with { TenantId = tenant };
        RpcException? exception = await Record.ExceptionAsync(async () => await server.Client.UnaryAsync(new EchoMessage(), sent)) as RpcException;
        Assert.Equal(expected is StatusCode.OK, exception is null);
    }

    [Fact]
    public async Task Handler_of_the_client_factory_and_a_child_scope_read()
    {
        List<string> seen = [];
        await using TwoServers servers = await TwoServers.StartAsync(
            client =>
            {
                client.Services.AddTransient(provider => new ReadingHandler(provider.GetRequiredService<IRequestMetadataAccessor<Caller>>(), seen));
                client.AddHttpMessageHandler<ReadingHandler>();
            },
            async (client, context) =>
            {
                await using AsyncServiceScope scope = context.GetHttpContext().RequestServices.CreateAsyncScope();
                seen.Add(scope.ServiceProvider.GetRequiredService<IRequestMetadataAccessor<Caller>>().Read().TenantId);
                await client.UnaryAsync(new EchoMessage());
            });
        await servers.Client.UnaryAsync(new EchoMessage(), _caller);
        Assert.Equal(["acme", "acme"], seen);
    }

    private sealed class TenantRequirement : IAuthorizationRequirement;

    private sealed class TenantHandler(IRequestMetadataAccessor<Caller> accessor) : AuthorizationHandler<TenantRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, TenantRequirement requirement)
        {
            if (accessor.Read().TenantId == "acme" && context.Resource is HttpContext http && http.ReadRequestMetadata<Caller>().TenantId == "acme")
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }

    private sealed class ReadingHandler(IRequestMetadataAccessor<Caller> accessor, List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(accessor.Read().TenantId);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
