using System.Net;
using Client;
using Contracts;
using Kit;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Server;
using TypedMetadata;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
builder.Services.AddGrpc().AddTypedMetadata();

await using WebApplication app = builder.Build();
app.MapGrpcService<GreetingService>();
await app.StartAsync();

Console.WriteLine(new CallerInfo("acme", [1, 2, 3]));
await Caller.RunAsync(app.Urls.Single());
await Handlers.CheckAsync(new GreetingService());
