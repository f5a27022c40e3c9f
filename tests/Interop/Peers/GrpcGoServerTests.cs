using TypedMetadata.Interop.Calls;

namespace TypedMetadata.Interop.Peers;

[NeedsPeer("go")]
public sealed class GrpcGoServerTests(GrpcGoServer server) : PeerServerTests(server), IClassFixture<GrpcGoServer>
{
    [PeerFact]
    public async Task GrpcGo_server_drops_a_joined_list_of_binary_items() =>
        Assert.Empty(await SeenOfBinaryListAsync(CallKind.Unary, [1], [2, 3]));
}

[NeedsPeer("go")]
public sealed class GrpcGoInteropCases(GrpcGoServer server) : GrpcInteropCases(server), IClassFixture<GrpcGoServer>;
