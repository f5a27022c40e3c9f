using TypedMetadata.Interop.Calls;

namespace TypedMetadata.Interop.Peers;

[NeedsPeer("go")]
public sealed class GrpcGoServerTests(GrpcGoServer server) : PeerServerTests(server), IClassFixture<GrpcGoServer>
{
    [PeerFact]
    public async Task It_never_splits_our_list_of_binary_items_and_drops_it() =>
        Assert.Empty(await SeenOfBinaryListAsync(CallKind.Unary, [1], [2, 3]));
}

[NeedsPeer("go")]
public sealed class GrpcGoInteropCases(GrpcGoServer server) : GrpcInteropCases(server), IClassFixture<GrpcGoServer>;
