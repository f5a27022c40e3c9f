using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers;

[NeedsPeer("js")]
public sealed class ConnectClientTests(ConnectClient client) : PeerClientTests(client), IClassFixture<ConnectClient>
{
    [PeerFact]
    public async Task Its_timeout_of_half_milliseconds_is_malformed()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => { });
        PeerOutcome outcome = await client.CallAsync(server, CallKind.Unary, [], timeout: 60.0005);
        Assert.Equal(StatusCode.Internal, (StatusCode)outcome.Code);
        Assert.Contains("grpc-timeout", outcome.Message, StringComparison.Ordinal);
    }

    /// <summary>Node.js joins the fields of a text.</summary>
    private protected override PeerField[] TwoTexts { get; } = [PeerField.Of("tags", "a, b c")];

    /// <summary>For a unary call the error has it, among the trailers.</summary>
    private protected override PeerField[]? InitialOfFailed(CallKind kind, PeerOutcome outcome) => kind == CallKind.Unary ? outcome.Trailing : outcome.Initial;
}

[NeedsPeer("js")]
public sealed class ConnectClientInteropCases(ConnectClient client) : GrpcInteropCasesOfClients(client), IClassFixture<ConnectClient>;
