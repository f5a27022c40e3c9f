using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedCalls;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
builder.Services.AddGrpc().AddTypedMetadata();
await using WebApplication app = builder.Build();
app.MapGrpcService<GreeterService>();
await app.StartAsync();

using GrpcChannel channel = GrpcChannel.ForAddress(app.Urls.Single(), new GrpcChannelOptions().UseTypedMetadata());
GreeterCalls greeter = new(channel);
CallerInfo caller = new("acme", [1, 2, 3]);

using (var call = greeter.SayHello(new HelloRequest { Name = "Ada" }, caller, Deadline.After(TimeSpan.FromSeconds(5))))
{
    BeginInfo begin = await call.InitialMetadataAsync;
    HelloReply reply = await call;
    Console.WriteLine($"{reply.Message}, began in {begin.BeginTime.Year}, {call.TrailingMetadata.Rows} row");
}

using (var call = greeter.SayHelloInAll(new HelloRequest { Name = "Ada" }, caller))
{
    await foreach (HelloReply reply in call.ResponseStream.ReadAllAsync())
    {
        Console.WriteLine(reply.Message);
    }

    Console.WriteLine($"{call.TrailingMetadata.Rows} rows");
}

try
{
    await greeter.Client.SayHelloAsync(new HelloRequest { Name = "Eve" });
}
catch (RpcException exception)
{
    Console.WriteLine($"A call without metadata: {exception.StatusCode}");
}
