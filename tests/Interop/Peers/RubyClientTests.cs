using Grpc.Core;

namespace TypedMetadata.Interop.Peers;

[NeedsPeer("ruby")]
public sealed class RubyClientTests(RubyClient client) : PeerClientTests(client), IClassFixture<RubyClient>
{
    /// <summary>gRPC's C core takes 8 KiB, and says no more of a call that brings more.</summary>
    private protected override StatusCode AfterNineKibibytes => StatusCode.ResourceExhausted;
}

[NeedsPeer("ruby")]
public sealed class RubyClientInteropCases(RubyClient client) : GrpcInteropCasesOfClients(client), IClassFixture<RubyClient>;
