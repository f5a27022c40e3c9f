using TypedMetadata.Interop.Calls;

namespace TypedMetadata.Interop.Peers;

[NeedsPeer("js")]
public sealed class GrpcJsServerTests(GrpcJsServer server) : PeerServerTests(server), IClassFixture<GrpcJsServer>
{
    [PeerFact]
    public async Task GrpcJs_server_splits_a_joined_list_of_binary_items() =>
        Assert.Equal([PeerField.Of("blocks-bin", [1]), PeerField.Of("blocks-bin", []), PeerField.Of("blocks-bin", [2, 3])], await SeenOfBinaryListAsync(CallKind.Unary, [1], [], [2, 3]));
}

[NeedsPeer("js")]
public sealed class GrpcJsInteropCases(GrpcJsServer server) : GrpcInteropCases(server), IClassFixture<GrpcJsServer>;
