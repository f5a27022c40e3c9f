using TypedMetadata.Interop.Calls;

namespace TypedMetadata.Interop.Peers;

[NeedsPeer("js")]
public sealed class ConnectClientTests(ConnectClient client) : PeerClientTests(client), IClassFixture<ConnectClient>
{
    /// <summary>Node.js joins the fields of a text.</summary>
    private protected override PeerField[] TwoTexts { get; } = [PeerField.Of("tags", "a, b c")];

    /// <summary>For a unary call the error has it, among the trailers.</summary>
    private protected override PeerField[]? InitialOfFailed(CallKind kind, PeerOutcome outcome) => kind == CallKind.Unary ? outcome.Trailing : outcome.Initial;
}

[NeedsPeer("js")]
public sealed class ConnectClientInteropCases(ConnectClient client) : GrpcInteropCasesOfClients(client), IClassFixture<ConnectClient>;
