using System.Net;
using Aot;
using Microsoft.AspNetCore.Server.Kestrel.Core;

// A server, one call to it, and the end. The two projects beside this file differ in how they handle metadata, and in nothing else.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
Caller.AddServer(builder.Services);

await using WebApplication app = builder.Build();
app.MapGrpcService<GreeterService>();
await app.StartAsync();
Console.WriteLine(await Caller.CallAsync(app.Urls.Single()));
