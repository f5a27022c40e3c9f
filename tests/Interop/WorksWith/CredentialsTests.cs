using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>Call credentials beside a record with the same key.</summary>
public sealed class CredentialsTests
{
    [Theory]
    [EveryCallKind]
    public async Task Equal_credentials_go_out_once(CallKind kind)
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync(context => Assert.Equal("Bearer a", context.ReadRequestMetadata<Bearer>().Authorization));
        using GrpcChannel channel = Channel(server, "authorization", "Bearer a");
        using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(Paths.CallsOf(channel)), new Bearer("Bearer a"));
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal("Bearer a", server.Value("authorization"));
    }

    [Theory]
    [InlineData("authorization")]
    [InlineData("proxy-authorization")]
    public async Task Different_credentials_fail_the_call_and_name_the_key(string key)
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using GrpcChannel channel = Channel(server, key, "Bearer canary-a");
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Echo.EchoClient(Paths.CallsOf(channel)).UnaryAsync(new EchoMessage(), new Metadata { { key, "Bearer canary-b" } }));
        Assert.Contains($"'{key}' has different values", exception.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static GrpcChannel Channel(SeenHeaders server, string key, string value) => GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions
    {
        UnsafeUseInsecureChannelCallCredentials = true,
        Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, CallCredentials.FromInterceptor(async (_, metadata) =>
        {
            await Task.Yield();
            metadata.Add(key, value);
        })),
    }.UseTypedMetadata());
}

[GrpcMetadata]
public sealed partial record Bearer([MetadataKey(Sensitive = true)] string Authorization);
