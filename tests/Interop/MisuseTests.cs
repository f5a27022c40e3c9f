using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Metadata at the wrong moment says so.</summary>
public sealed class MisuseTests
{
    [Theory]
    [EveryCallKind]
    public async Task Initial_metadata_is_sent_once(CallKind kind)
    {
        List<string> problems = [];
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
            problems.Add((await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteInitialMetadataAsync(new Begin("node", [1])))).Message);
            problems.Add(Assert.Throws<InvalidOperationException>(() => context.AddInitialMetadata(new Begin("node", [1]))).Message);
        });
        using RunningCall call = RunningCall.Start(kind, server.Client);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.StartsWith("Initial metadata has already been sent", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CallKind.ServerStreaming)]
    [InlineData(CallKind.Duplex)]
    public async Task Initial_metadata_does_not_follow_a_message(CallKind kind)
    {
        string? problem = null;
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, afterMessages: async context =>
            problem = (await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteInitialMetadataAsync(new Begin("node", [1])))).Message);
        using RunningCall call = RunningCall.Start(kind, server.Client);
        await call.FinishAsync();
        Assert.Contains("with the first message", problem, StringComparison.Ordinal);
    }

    [Theory]
    [EveryCallKind]
    public async Task Reading_or_writing_after_the_end_throws(CallKind kind)
    {
        ServerCallContext? kept = null;
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            kept ??= context;
            context.SetTrailingMetadata(new End(1));
        });
        using RunningCall first = RunningCall.Start(kind, server.Client, new Caller("first", new byte[] { 1 }));
        await first.FinishAsync();
        AssertEnded(kept!);

        // The connection's stream, and its HttpContext, serve other calls by now.
        using RunningCall second = RunningCall.Start(kind, server.Client, new Caller("second", new byte[] { 2 }));
        await second.FinishAsync();
        AssertEnded(kept!);
        Assert.Equal(1, second.Trailing.Read<End>().Rows);
    }

    private static void AssertEnded(ServerCallContext context) => Assert.All(
        new Action[]
        {
            () => context.SetTrailingMetadata(new End(2)),
            () => context.AddInitialMetadata(new Begin("node", [1])),
            () => context.ReadRequestMetadata<Caller>(),
        },
        use => Assert.StartsWith("The call has ended", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal));
}
