namespace TypedMetadata.Interop.Peers;

[NeedsPeer("go")]
public sealed class GrpcGoClientTests(GrpcGoClient client) : PeerClientTests(client), IClassFixture<GrpcGoClient>;

[NeedsPeer("go")]
public sealed class GrpcGoClientInteropCases(GrpcGoClient client) : GrpcInteropCasesOfClients(client), IClassFixture<GrpcGoClient>;
