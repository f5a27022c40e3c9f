namespace TypedMetadata.Interop.Peers;

[NeedsPeer("ruby")]
public sealed class RubyClientTests(RubyClient client) : PeerClientTests(client), IClassFixture<RubyClient>;

[NeedsPeer("ruby")]
public sealed class RubyClientInteropCases(RubyClient client) : GrpcInteropCasesOfClients(client), IClassFixture<RubyClient>;
