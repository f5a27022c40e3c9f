using Grpc.Core;
using TypedMetadata.Interop.Calls;

namespace TypedMetadata.Interop.Peers;

/// <summary>The cases of gRPC's own interop tests that are about metadata, status and deadline, by their names there.</summary>
public abstract class GrpcInteropCases(PeerServerProgram server)
{
    private static readonly CallKind[] _kinds = [CallKind.Unary, CallKind.Duplex];

    [PeerFact]
    public async Task Custom_metadata()
    {
        CustomMetadata sent = CustomMetadata.OfTheInteropTests;
        foreach (CallKind kind in _kinds)
        {
            using RunningCall call = await server.CallAsync(kind, sent, new PeerOrder());
            Assert.Equal(sent.Initial, (await call.Initial.ReadAsync<CustomInitial>()).Value);
            await call.FinishAsync();
            Assert.Equal(sent.Trailing, call.Trailing.Read<CustomTrailing>().Value);
        }
    }

    [PeerFact]
    public async Task Status_code_and_message()
    {
        foreach (CallKind kind in _kinds)
        {
            await FailsAsync(kind, "test status message");
        }
    }

    [PeerFact]
    public Task Special_status_message() => FailsAsync(CallKind.Unary, Wire.SpecialStatusMessage);

    [PeerFact]
    public async Task Timeout_on_sleeping_server()
    {
        DateTime deadline = DateTime.UtcNow.AddMilliseconds(1);
        using RunningCall call = await server.CallAsync(CallKind.Duplex, CustomMetadata.OfTheInteropTests, new PeerOrder { Sleep = true }, deadline);
        RpcException failure = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    private async Task FailsAsync(CallKind kind, string message)
    {
        using RunningCall call = await server.CallAsync(kind, CustomMetadata.OfTheInteropTests, new PeerOrder { Code = 2, Message = message });
        RpcException failure = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal((StatusCode.Unknown, message), (failure.StatusCode, failure.Status.Detail));
        Assert.Equal([0xAB, 0xAB, 0xAB], failure.TrailingMetadata().Read<CustomTrailing>().Value);
    }
}
