using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>How large request metadata may be.</summary>
public sealed class RequestSizeTests
{
    [Fact]
    public async Task Metadata_over_the_limit_fails_its_call_before_it_is_sent()
    {
        bool reached = false;
        await using EchoServer server = await EchoServer.StartAsync(_ => reached = true);
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions().UseTypedMetadata(options => options.MaxRequestBytes = 1000));
        Metadata metadata = new() { { "small", "x" }, { "large-bin", new byte[600] }, { "middle", new string('x', 300) } };
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await new Echo.EchoClient(channel).UnaryAsync(new EchoMessage(), metadata));
        Assert.Equal(StatusCode.ResourceExhausted, exception.StatusCode);
        Assert.Contains("takes more than 1000 bytes; the largest keys are 'large-bin' 841, 'middle' 338, ", exception.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("raise MaxRequestBytes", exception.Status.Detail, StringComparison.Ordinal);
        Assert.False(reached);
    }

    [Fact]
    public async Task The_limit_is_32_KiB_unless_set()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => { });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "x-large", new string('x', 32 * 1024) } }));
        Assert.Equal(StatusCode.ResourceExhausted, exception.StatusCode);
        await server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "x-large", new string('x', 30 * 1024) } });
    }

    [Fact]
    public async Task Above_8_KiB_a_method_is_warned_of_once()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => { });
        List<string> warnings = [];
        using ILoggerFactory logs = LoggerFactory.Create(builder => builder.AddProvider(new ListLoggerProvider(warnings)));
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { LoggerFactory = logs }.UseTypedMetadata());
        Echo.EchoClient client = new(channel);
        Metadata metadata = new() { { "x-large", new string('x', 9000) } };
        await client.UnaryAsync(new EchoMessage(), new Metadata { { "x-small", "x" } });
        await client.UnaryAsync(new EchoMessage(), metadata);
        await client.UnaryAsync(new EchoMessage(), metadata);
        using AsyncServerStreamingCall<EchoMessage> streaming = client.ServerStreaming(new EchoMessage(), metadata);
        await streaming.ResponseStream.MoveNext(CancellationToken.None);

        Assert.Equal(["/echo.Echo/Unary", "/echo.Echo/ServerStreaming"], warnings.Select(warning => warning.Split(' ')[4]));
        Assert.All(warnings, warning => Assert.DoesNotContain("xxx", warning, StringComparison.Ordinal));
    }
}
