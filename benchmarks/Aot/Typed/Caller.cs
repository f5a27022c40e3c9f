using Greeter;
using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata;

namespace Aot;

/// <summary>The client, with typed metadata.</summary>
internal static class Caller
{
    internal static void AddServer(IServiceCollection services) => services.AddGrpc().AddTypedMetadata();

    internal static async Task<string> CallAsync(string url)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(url, new GrpcChannelOptions().UseTypedMetadata());
        using AsyncUnaryCall<HelloReply> call = new Greeter.Greeter.GreeterClient(channel).SayHelloAsync(
            new HelloRequest { Name = "Ada" }, new CallerInfo("acme", Guid.AllBitsSet));
        BeginInfo begin = await call.InitialMetadata().ReadAsync<BeginInfo>();
        HelloReply reply = await call;
        EndInfo end = call.TrailingMetadata().Read<EndInfo>();
        return $"{reply.Message}; {begin.ServedBy}; {end.Greetings}";
    }
}
