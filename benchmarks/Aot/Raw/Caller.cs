using System.Globalization;
using Greeter;
using Grpc.Core;
using Grpc.Net.Client;

namespace Aot;

/// <summary>The client, with raw metadata.</summary>
internal static class Caller
{
    internal static void AddServer(IServiceCollection services) => services.AddGrpc();

    internal static async Task<string> CallAsync(string url)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(url);
        Metadata headers = new()
        {
            { "tenant-id", "acme" },
            { "auth-token-bin", Guid.AllBitsSet.ToByteArray(bigEndian: true) },
            { "attempt", "1" },
        };
        using AsyncUnaryCall<HelloReply> call = new Greeter.Greeter.GreeterClient(channel).SayHelloAsync(new HelloRequest { Name = "Ada" }, headers);
        Metadata initial = await call.ResponseHeadersAsync;
        HelloReply reply = await call;
        Metadata trailing = call.GetTrailers();
        ServedBy servedBy = Enum.Parse<ServedBy>(initial.GetValue("served-by")!, ignoreCase: true);
        long greetings = long.Parse(trailing.GetValue("greetings")!, CultureInfo.InvariantCulture);
        return $"{reply.Message}; {servedBy}; {greetings}";
    }
}
