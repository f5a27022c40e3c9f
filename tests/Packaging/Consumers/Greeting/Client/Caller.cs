using Contracts;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using TypedMetadata;
using TypedMetadata.Unit.Properties;

namespace Client;

// Generated here too, with nothing but the factory's package.
[GrpcMetadata(MetadataPositions.Initial)]
internal sealed partial record Seen(string Node);

[GrpcMetadata(MetadataPositions.Trailing)]
internal sealed partial record Counted(long Rows);

public static class Caller
{
    public static async Task RunAsync(string address)
    {
        ServiceCollection services = new();
        services.AddGrpcClient<Greeting.GreetingClient>(options => options.Address = new Uri(address))
            .AddRequestMetadata(_ => new CallerInfo("acme", [1, 2, 3]));
        await using ServiceProvider provider = services.BuildServiceProvider();
        Greeting.GreetingClient client = provider.GetRequiredService<Greeting.GreetingClient>();

        using (AsyncUnaryCall<Words> call = client.GreetAsync(new Name { Text = "Ada" }))
        {
            Seen seen = await call.InitialMetadata().ReadAsync<Seen>();
            Console.WriteLine((await call).Text);
            Console.WriteLine($"from {seen.Node}, {call.TrailingMetadata().Read<Counted>().Rows} rows");
        }

        Metadata sent = Samples.Everything;
        sent.Write(Samples.Shapes);
        using (AsyncServerStreamingCall<Words> call = client.Echo(new Name { Text = "all" }, sent))
        {
            Shapes shapes = await call.InitialMetadata().ReadAsync<Shapes>();
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                Console.WriteLine(call.ResponseStream.Current.Text);
            }

            Console.WriteLine($"every type came back: {call.TrailingMetadata().Read<Everything>() == Samples.Everything}");
            Console.WriteLine($"every shape came back: {shapes == Samples.Shapes}");
        }

        try
        {
            await client.GreetAsync(new Name { Text = "Mallory" }, new Metadata { { "attempt", "first" } });
        }
        catch (RpcException e)
        {
            Console.WriteLine($"{e.StatusCode}, names the key: {e.Status.Detail.Contains("'attempt'", StringComparison.Ordinal)}");
        }
    }
}
