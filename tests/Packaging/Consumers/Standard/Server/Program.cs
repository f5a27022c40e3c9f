using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Library;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
builder.Services.AddGrpc().AddTypedMetadata();
await using WebApplication app = builder.Build();
app.MapGrpcService<EchoService>();
await app.StartAsync();

using GrpcChannel channel = GrpcChannel.ForAddress(app.Urls.Single(), new GrpcChannelOptions().UseTypedMetadata());
Echo.EchoClient client = new(channel.CreateTypedCallInvoker());
Sender sent = new("acme", Guid.NewGuid(), new byte[] { 1 }) { Tags = ["a", "b"], Place = new Place("Rome", TimeSpan.FromHours(1)) };
using AsyncUnaryCall<Nothing> call = client.SayAsync(new Nothing(), sent);
Seen seen = await call.InitialMetadata().ReadAsync<Seen>();
await call;
Console.WriteLine($"{seen.Node}, same: {call.TrailingMetadata().Read<Sender>() == sent}");
try
{
    await client.SayAsync(new Nothing());
}
catch (RpcException failure)
{
    Console.WriteLine(failure.StatusCode);
}

[RequestMetadata<Sender>]
internal sealed class EchoService : Echo.EchoBase
{
    public override async Task<Nothing> Say(Nothing request, ServerCallContext context)
    {
        await context.WriteInitialMetadataAsync(new Seen("one"));
        context.SetTrailingMetadata(context.ReadRequestMetadata<Sender>());
        return new Nothing();
    }
}
