namespace TypedMetadata.Interop.Peers;

[NeedsPeer("python")]
public sealed class GrpcioClientTests(GrpcioClient client) : PeerClientTests(client), IClassFixture<GrpcioClient>;

[NeedsPeer("python")]
public sealed class GrpcioClientInteropCases(GrpcioClient client) : GrpcInteropCasesOfClients(client), IClassFixture<GrpcioClient>;
