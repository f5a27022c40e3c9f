using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata;

using var channel = GrpcChannel.ForAddress(args.FirstOrDefault() ?? "http://localhost:5000", new GrpcChannelOptions().UseTypedMetadata());
var client = new Greeter.GreeterClient(channel);

using var call = client.SayHelloAsync(new HelloRequest { Name = "Ada" }, new CallerInfo("acme", "secret"));
Console.WriteLine((await call).Message);
Console.WriteLine(call.TrailingMetadata().Read<CallCost>());

try
{
    await client.SayHelloAsync(new HelloRequest { Name = "Eve" });
}
catch (RpcException exception)
{
    Console.WriteLine(exception.Status.Detail);
}
