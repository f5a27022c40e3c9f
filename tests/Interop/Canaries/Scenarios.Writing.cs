using System.Text;
using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <content>What is to be written cannot be: each way, in each position.</content>
internal static partial class Scenarios
{
    private static readonly byte[] _thirtyKibibytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Canary.Text, 1920)));

    private static Dictionary<string, Secrets> Unwritable => new()
    {
        ["null"] = Secrets.Full with { Text = null! },
        ["an inside that is null"] = Secrets.Full with { Inside = null! },
        ["a line break"] = Secrets.Full with { Text = Canary.Text + "\n" },
        ["a line break inside"] = Secrets.Full with { Inside = new Inside(Canary.Text + "\n", 1) },
        ["a line break in an item"] = Secrets.Full with { Texts = [Canary.Text + "\n"] },
        ["a line break in an entry"] = Secrets.Full with { TextMap = new Dictionary<string, string> { ["a"] = Canary.Text + "\n" } },
        ["letters beyond ASCII"] = Secrets.Full with { Text = Canary.Unicode },
        ["a space at the end"] = Secrets.Full with { Text = Canary.Text + " " },
        ["a comma"] = Secrets.Full with { Text = Canary.Text + "," + Canary.Text },
        ["a comma in an item"] = Secrets.Full with { Texts = [Canary.Text + "," + Canary.Text] },
        ["an empty text"] = Secrets.Full with { Text = "" },
        ["no bytes"] = Secrets.Full with { Bytes = [] },
        ["an empty item"] = Secrets.Full with { Texts = [Canary.Text, ""] },
        ["an empty entry"] = Secrets.Full with { BlobMap = new Dictionary<string, byte[]> { ["a"] = [], ["b"] = Canary.Bytes } },
        ["NUL"] = Secrets.Full with { Name = Canary.Unicode + "\0" },
        ["too many items"] = Secrets.Full with { Texts = [.. Enumerable.Repeat(Canary.Text, 257)] },
        ["too many blocks"] = Secrets.Full with { Blocks = [.. Enumerable.Repeat(Canary.Bytes, 257)] },
        ["too many entries"] = Secrets.Full with { TextMap = Enumerable.Range(0, 65).ToDictionary(number => $"n{number}", _ => Canary.Text) },
        ["a name that makes no key"] = Secrets.Full with { TextMap = new Dictionary<string, string> { ["A b"] = Canary.Text } },
        ["what its converter throws at"] = Secrets.Full with { Pass = new Pass(Canary.Text + "!") },
        ["more than the record may take"] = Secrets.Full with { Small = new Small(Canary.Text) },
        ["more than a call may take"] = Secrets.Full with { Bytes = _thirtyKibibytes },
    };

    private static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> Writing =>
        Unwritable.Select(bad => KeyValuePair.Create<string, Func<ScenarioHost, Task>>($"a write of {bad.Key}", stage => FailToWriteAsync(stage, bad.Value)));

    private static async Task FailToWriteAsync<T>(ScenarioHost stage, T record)
        where T : class, IRequestMetadata<T>, IInitialMetadata<T>, ITrailingMetadata<T>
    {
        stage.TelemetryRecorder.Hear(record);
        EchoServer server = await stage.ServeAsync(async context =>
        {
            switch (context.RequestHeaders.GetValue("x-way"))
            {
                case "write":
                    await context.WriteInitialMetadataAsync(record);
                    break;
                case "add":
                    context.AddInitialMetadata(record);
                    break;
                case "set":
                    context.SetTrailingMetadata(record);
                    break;
            }

            throw new InvalidOperationException("It was sent.");
        });
        Echo.EchoClient client = stage.Connect(server);
        await FailToSendAsync(stage, record, server, client);
        foreach (string way in (string[])["write", "add", "set"])
        {
            RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(new EchoMessage(), new Metadata { { "x-way", way } }));
            Assert.Equal((StatusCode.Internal, "The service could not process its metadata."), (exception.StatusCode, exception.Status.Detail));
            stage.TelemetryRecorder.Hear(exception);
        }
    }

    private static async Task FailToSendAsync<T>(ScenarioHost stage, T record, EchoServer server, Echo.EchoClient client)
        where T : class, IRequestMetadata<T>
    {
        Echo.EchoClient ofFactory = stage.Connect(new Uri(server.Url), factory => factory.AddRequestMetadata(_ => record));
        Echo.EchoClient intercepted = new(server.Channel.Intercept(new RequestMetadataInterceptor<T>(() => record)));
        Func<Task>[] ways =
        [
            async () => await client.UnaryAsync(new EchoMessage(), Written(record)),
            async () => await client.UnaryAsync(new EchoMessage(), new CallOptions().WithMetadata(record)),
            async () => await ofFactory.UnaryAsync(new EchoMessage()),
            () => Task.FromResult(ofFactory.Unary(new EchoMessage())),
            async () => await intercepted.UnaryAsync(new EchoMessage()),
        ];
        foreach (Func<Task> way in ways)
        {
            Exception exception = await Assert.ThrowsAnyAsync<Exception>(way);
            Assert.True(exception is MetadataException or RpcException { StatusCode: StatusCode.ResourceExhausted }, exception.ToString());
            stage.TelemetryRecorder.Hear(exception);
        }
    }

    private static Metadata Written<T>(T record)
        where T : IRequestMetadata<T>
    {
        Metadata metadata = [];
        metadata.Write(record);
        return metadata;
    }
}
