using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers;

/// <summary>The cases of <see cref="GrpcInteropCases"/> the other way round: a peer's client and our server.</summary>
public abstract class GrpcInteropCasesOfClients(PeerClientProgram client)
{
    [PeerFact]
    public async Task Custom_metadata()
    {
        PeerField[] sent = [PeerField.Of("x-grpc-test-echo-initial", "test_initial_metadata_value"), PeerField.Of("x-grpc-test-echo-trailing-bin", [0xAB, 0xAB, 0xAB])];
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            CustomMetadata received = context.ReadRequestMetadata<CustomMetadata>();
            await context.WriteInitialMetadataAsync(new CustomInitial(received.Initial));
            context.SetTrailingMetadata(new CustomTrailing(received.Trailing));
        });

        foreach (CallKind kind in new[] { CallKind.Unary, CallKind.Duplex })
        {
            PeerOutcome outcome = await client.CallAsync(server, kind, sent);
            Assert.Equal([sent[0]], outcome.Initial.OfKeys(like: sent));
            Assert.Equal([sent[1]], outcome.Trailing.OfKeys(like: sent));
        }
    }

    [PeerFact]
    public Task Status_code_and_message() => FailsAsync("test status message");

    [PeerFact]
    public Task Special_status_message() => FailsAsync(Wire.SpecialStatusMessage);

    [PeerFact]
    public async Task Timeout_on_sleeping_server()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken));
        PeerOutcome outcome = await client.CallAsync(server, CallKind.Duplex, [], timeout: 0.001);
        Assert.Equal((int)StatusCode.DeadlineExceeded, outcome.Code);
    }

    private async Task FailsAsync(string message)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => throw new RpcException(new Status(StatusCode.Unknown, message)));
        foreach (CallKind kind in new[] { CallKind.Unary, CallKind.Duplex })
        {
            PeerOutcome outcome = await client.CallAsync(server, kind, []);
            Assert.Equal(((int)StatusCode.Unknown, message), (outcome.Code, outcome.Message));
        }
    }
}
