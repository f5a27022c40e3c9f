namespace TypedMetadata.Interop.Peers;

[NeedsPeer("js")]
public sealed class GrpcJsClientTests(GrpcJsClient client) : PeerClientTests(client), IClassFixture<GrpcJsClient>
{
    /// <summary>Node.js joins the fields of a text.</summary>
    private protected override PeerField[] TwoTexts { get; } = [PeerField.Of("tags", "a, b c")];
}

[NeedsPeer("js")]
public sealed class GrpcJsClientInteropCases(GrpcJsClient client) : GrpcInteropCasesOfClients(client), IClassFixture<GrpcJsClient>;
