using Grpc.Core;
using TypedMetadata.Interop.Calls;

namespace TypedMetadata.Interop.Peers;

[NeedsPeer("python")]
public sealed class GrpcioServerTests(GrpcioServer server) : PeerServerTests(server), IClassFixture<GrpcioServer>
{
    /// <summary>It announces a limit of 8 KiB, which HttpClient heeds: the call fails before it is sent.</summary>
    private protected override StatusCode AfterNineKibibytes => StatusCode.Internal;

    [PeerFact]
    public async Task Grpcio_server_fails_on_a_joined_list_of_binary_items()
    {
        RpcException failure = await Assert.ThrowsAsync<RpcException>(() => SeenOfBinaryListAsync(CallKind.Unary, [1], [2, 3]));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }
}

[NeedsPeer("python")]
public sealed class GrpcioInteropCases(GrpcioServer server) : GrpcInteropCases(server), IClassFixture<GrpcioServer>;
