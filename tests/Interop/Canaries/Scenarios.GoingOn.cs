using Grpc.Core;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <content>What a server was sent goes on to the next one.</content>
internal static partial class Scenarios
{
    private static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> GoingOn => new Dictionary<string, Func<ScenarioHost, Task>>
    {
        ["secrets go on"] = async stage =>
        {
            EchoServer second = await stage.ServeAsync(context => Assert.Equal(Secrets.Full, context.ReadRequestMetadata<Secrets>()));
            EchoServer first = await ForwardAsync(stage, second, includeSensitive: true);
            int ended = 0;
            await stage.CallAsync(stage.Connect(first), () => Secrets.Full, _ => Task.FromResult(ended++));
            Assert.Equal(4, ended);
        },
        ["secrets stay behind, and the next server misses them"] = async stage =>
        {
            EchoServer second = await stage.ServeAsync(context => context.ReadRequestMetadata<Secrets>());
            EchoServer first = await ForwardAsync(stage, second, includeSensitive: false);
            await stage.CallAsync(stage.Connect(first), () => Secrets.Full);
        },
        ["what cannot be read does not go on"] = async stage =>
        {
            EchoServer second = await stage.ServeAsync(_ => throw new InvalidOperationException("It was sent on."));
            EchoServer first = await ForwardAsync(stage, second, includeSensitive: true);
            foreach (List<RawField> fields in Spoiled(_faults["malformed"]))
            {
                await SendAsync(stage, first, fields);
            }
        },
        ["what can be read and not be written does not go on"] = async stage =>
        {
            EchoServer second = await stage.ServeAsync(_ => throw new InvalidOperationException("It was sent on."));
            EchoServer first = await ForwardAsync(stage, second, includeSensitive: true);
            List<RawField> fields = [.. Fields(Secrets.Full).Where(one => one.Name != "authorization"), new("authorization", "")];
            Assert.Equal("13", (await SendAsync(stage, first, fields)).GrpcStatus);
        },
        ["the next server fails, with the record in its words"] = async stage =>
        {
            EchoServer second = await stage.ServeAsync(context => throw new RpcException(new Status(StatusCode.NotFound, $"Nothing for {context.ReadRequestMetadata<Secrets>()}")));
            EchoServer first = await ForwardAsync(stage, second, includeSensitive: true);
            await stage.CallAsync(stage.Connect(first), () => Secrets.Full);
        },
        ["the next server's answer is wrong"] = async stage =>
        {
            EchoServer second = await stage.ServeAsync(context => context.WriteInitialMetadataAsync(Secrets.Full with { Inside = new Inside(Canary.Text, 1) }));
            EchoServer first = await stage.ServeAsync(
                async context =>
                {
                    using AsyncUnaryCall<EchoMessage> call = stage.Connect(second).UnaryAsync(new EchoMessage(), Secrets.Full);
                    await call.InitialMetadata().ReadAsync<Disagreeing>();
                });
            await stage.CallAsync(stage.Connect(first), () => Secrets.Full);
        },
        ["nobody is served whose secrets could go on"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(_ => { });
            Echo.EchoClient client = stage.Connect(new Uri(server.Url), factory => factory.PropagateRequestMetadata<Secrets>(options => options.IncludeSensitive = true));
            await stage.HearAsync(async () => await client.UnaryAsync(new EchoMessage(), Secrets.Full));
        },
    };

    /// <summary>A server that calls another in each of its calls, with a client of its factory.</summary>
    private static Task<EchoServer> ForwardAsync(ScenarioHost stage, EchoServer next, bool includeSensitive) => stage.ServeAsync(
        async context => await context.GetHttpContext().RequestServices.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage()),
        grpc => grpc.Services
            .AddGrpcClient<Echo.EchoClient>(options => options.Address = new Uri(next.Url))
            .RedactLoggedHeaders([])
            .PropagateRequestMetadata<Secrets>(options => options.IncludeSensitive = includeSensitive));

    /// <summary>Takes for a number what another service knows for a word.</summary>
    [GrpcMetadata(MetadataPositions.Initial)]
    internal sealed partial record Disagreeing([MetadataKey("inside-word")] int Number, [MetadataKey("authorization", Sensitive = true)] Guid Text);
}
