using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
builder.Services.AddGrpc().AddTypedMetadata();
WebApplication app = builder.Build();
app.MapGrpcService<GreeterService>();
app.Run();

public sealed class GreeterService : Greeter.GreeterBase
{
    public override Task<HelloReply> SayHello(HelloRequest request, ServerCallContext context)
    {
        CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
        context.SetTrailingMetadata(new CallCost(Rows: 3));
        return Task.FromResult(new HelloReply { Message = $"Hello {request.Name} of {caller.TenantId}" });
    }
}
