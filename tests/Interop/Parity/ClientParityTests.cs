using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Testing;

namespace TypedMetadata.Interop.Parity;

/// <summary>What a caller sees of a call: of Kestrel's and of the test kit's. The same assertions run on both.</summary>
public sealed class ClientParityTests
{
    private static readonly EchoMessage _hello = new() { Text = "hello" };

    [Theory]
    [EveryCallKind]
    public Task Call_that_ends_well_has_both(CallKind kind) => OnBothAsync(
        async context =>
        {
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
            context.SetTrailingMetadata(new End(7) { Digest = [2] });
        },
        new TestClientCall<EchoMessage, EchoMessage>(_hello).WithInitialMetadata(new Begin("node", [1])).WithTrailingMetadata(new End(7) { Digest = [2] }),
        async client =>
        {
            using RunningCall call = RunningCall.Start(kind, client);
            Assert.Equal(new Begin("node", [1]), await call.Initial.ReadAsync<Begin>());
            Assert.Equal("hello", await call.FinishAsync());
            Assert.Equal(new End(7) { Digest = [2] }, call.Trailing.Read<End>());
        });

    [Theory]
    [EveryCallKind]
    public Task Call_rejected_in_its_headers_throws_its_status_everywhere(CallKind kind) => OnBothAsync(
        context =>
        {
            context.SetTrailingMetadata(new End(7));
            throw new RpcException(new Status(StatusCode.NotFound, "gone"));
        },
        new TestClientCall<EchoMessage, EchoMessage>().WithFailure(StatusCode.NotFound, "gone").WithTrailingMetadata(new End(7)),
        async client =>
        {
            using RunningCall call = RunningCall.Start(kind, client);
            foreach (Func<Task> use in new Func<Task>[] { () => call.Initial.ReadAsync<Begin>(), () => call.Initial.TryReadAsync<Begin>(), call.FinishAsync })
            {
                RpcException failure = await Assert.ThrowsAsync<RpcException>(use);
                Assert.Equal((StatusCode.NotFound, "gone", 7), (failure.StatusCode, failure.Status.Detail, failure.TrailingMetadata().Read<End>().Rows));
            }

            Assert.Equal(7, call.Trailing.Read<End>().Rows);
        });

    [Theory]
    [EveryCallKind]
    public Task Call_that_fails_after_its_headers_has_initial_metadata(CallKind kind) => OnBothAsync(
        async context =>
        {
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
            context.SetTrailingMetadata(new End(7));
            throw new RpcException(new Status(StatusCode.Aborted, "late"));
        },
        new TestClientCall<EchoMessage, EchoMessage>().WithInitialMetadata(new Begin("node", [1])).WithTrailingMetadata(new End(7)).WithFailure(StatusCode.Aborted, "late"),
        async client =>
        {
            using RunningCall call = RunningCall.Start(kind, client);
            Assert.Equal("node", (await call.Initial.ReadAsync<Begin>()).Node);
            RpcException failure = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
            Assert.Equal((StatusCode.Aborted, "late", 7), (failure.StatusCode, failure.Status.Detail, failure.TrailingMetadata().Read<End>().Rows));
            Assert.Equal(7, call.Trailing.Read<End>().Rows);
        });

    [Theory]
    [EveryCallKind]
    public Task What_is_absent_is_missing(CallKind kind) => OnBothAsync(
        _ => Task.CompletedTask,
        new TestClientCall<EchoMessage, EchoMessage>(_hello),
        async client =>
        {
            using RunningCall call = RunningCall.Start(kind, client);
            await call.FinishAsync();
            MetadataException initial = await Assert.ThrowsAsync<MetadataException>(() => call.Initial.ReadAsync<Begin>());
            Assert.Equal((MetadataPositions.Initial, 2), (initial.Position, initial.Errors.Count));
            Assert.Equal(["rows"], Assert.Throws<MetadataException>(() => call.Trailing.Read<End>()).Errors.Select(error => error.Key));
        });

    [Theory]
    [InlineData(CallKind.ServerStreaming)]
    [InlineData(CallKind.Duplex)]
    public Task Trailing_values_of_a_stream_without_messages_are_not_initial(CallKind kind) => OnBothAsync(
        context =>
        {
            context.SetTrailingMetadata(new Origin("eu", [1]));
            return Task.CompletedTask;
        },
        new TestClientCall<EchoMessage, EchoMessage>().WithTrailingMetadata(new Origin("eu", [1])),
        async client =>
        {
            using RunningCall call = RunningCall.Start(kind, client, text: "");
            Assert.Null(await call.FinishAsync());
            Assert.Equal(2, (await call.Initial.TryReadAsync<Origin>()).Errors.Count);
            Assert.Equal(new Origin("eu", [1]), call.Trailing.Read<Origin>());
        });

    [Fact]
    public Task Trailing_metadata_of_a_stream_waits_for_its_end() => OnBothAsync(
        context => context.WriteInitialMetadataAsync(new Begin("node", [1])),
        new TestClientCall<EchoMessage, EchoMessage>(_hello).WithInitialMetadata(new Begin("node", [1])),
        async client =>
        {
            using AsyncDuplexStreamingCall<EchoMessage, EchoMessage> call = client.Duplex();
            await call.RequestStream.WriteAsync(_hello);
            Assert.True(await call.ResponseStream.MoveNext());
            string early = Assert.Throws<InvalidOperationException>(() => call.TrailingMetadata().Read<End>()).InnerException!.Message;
            Assert.Equal("Can't get the call trailers because the call has not completed successfully.", early);
            Assert.Equal("Unable to get the status because the call is not complete.", Assert.Throws<InvalidOperationException>(() => call.GetStatus()).Message);
            await call.RequestStream.CompleteAsync();
            Assert.Equal("Request stream has already been completed.", (await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(_hello))).Message);
            Assert.False(await call.ResponseStream.MoveNext());
            Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        });

    private static async Task OnBothAsync(Func<ServerCallContext, Task> behaviour, TestClientCall<EchoMessage, EchoMessage> answer, Func<Echo.EchoClient, Task> assertAsync)
    {
        await using EchoServer server = await EchoServer.StartAsync(behaviour);
        await assertAsync(server.Client);
        await assertAsync(new Echo.EchoClient(answer.CreateCallInvoker()));
    }
}
