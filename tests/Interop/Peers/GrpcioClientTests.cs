using Grpc.Core;

namespace TypedMetadata.Interop.Peers;

[NeedsPeer("python")]
public sealed class GrpcioClientTests(GrpcioClient client) : PeerClientTests(client), IClassFixture<GrpcioClient>
{
    /// <summary>gRPC's C core takes 8 KiB, and says no more of a call that brings more.</summary>
    private protected override StatusCode AfterNineKibibytes => StatusCode.ResourceExhausted;
}

[NeedsPeer("python")]
public sealed class GrpcioClientInteropCases(GrpcioClient client) : GrpcInteropCasesOfClients(client), IClassFixture<GrpcioClient>;
