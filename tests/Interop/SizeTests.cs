using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>How large metadata may be.</summary>
public sealed class SizeTests
{
    [Fact]
    public async Task Metadata_over_the_limit_fails_its_call_before_it_is_sent()
    {
        bool reached = false;
        await using EchoServer server = await EchoServer.StartAsync(_ => reached = true);
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions().UseTypedMetadata(options => options.MaxRequestMetadataSize = 1000));
        Metadata metadata = new() { { "small", "x" }, { "large-bin", new byte[600] }, { "middle", new string('x', 300) } };
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await new Echo.EchoClient(Paths.CallsOf(channel)).UnaryAsync(new EchoMessage(), metadata));
        Assert.Equal(StatusCode.ResourceExhausted, exception.StatusCode);
        Assert.Contains("takes more than 1000 bytes; the largest keys are 'large-bin' 841, 'middle' 338, ", exception.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("raise MaxRequestMetadataSize", exception.Status.Detail, StringComparison.Ordinal);
        Assert.False(reached);
    }

    [Fact]
    public async Task Limit_is_32_KiB_unless_set()
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

    [Fact]
    public async Task Response_over_the_limit_throws_where_it_is_written_and_names_the_largest_keys()
    {
        List<MetadataException> rejections = [];
        await using EchoServer server = await EchoServer.StartAsync(
            async context =>
            {
                context.SetTrailingMetadata(new End(1) { Digest = new byte[300] });
                context.SetTrailingMetadata(new Bad(new byte[300]));
                rejections.Add(Assert.Throws<MetadataException>(() => context.SetTrailingMetadata(new End(2) { Digest = new byte[500] })));
                context.AddInitialMetadata(new Begin("node", new byte[300]));
                rejections.Add(await Assert.ThrowsAsync<MetadataException>(() => context.WriteInitialMetadataAsync(new Bad(new byte[600]))));
                context.ResponseTrailers.Add("raw", new string('x', 900));
                context.ResponseTrailers.Add("small", "x");
            },
            configure: grpc => grpc.AddTypedMetadata(options => options.MaxResponseMetadataSize = 1000));
        using Calls.RunningCall call = Calls.RunningCall.Start(Calls.CallKind.Unary, server.Client);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal("node", (await call.Initial.ReadAsync<Begin>()).Node);
        Assert.Equal(300, call.Trailing.Read<End>().Digest!.Length);

        Assert.Equal([MetadataPositions.Trailing, MetadataPositions.Initial], rejections.Select(rejection => rejection.Position));
        Assert.All(rejections, rejection => Assert.Equal(MetadataErrorKind.TooLarge, Assert.Single(rejection.Errors).Kind));
        Assert.Contains("takes more than 1000 bytes; the largest keys are 'digest-bin' 709, 'bad-bin' 439, 'rows' 37. Send less, or raise MaxResponseMetadataSize", rejections[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_responses_are_logged_once_a_method_and_position()
    {
        List<string> warnings = [];
        await using EchoServer server = await EchoServer.StartAsync(
            async context =>
            {
                await context.WriteInitialMetadataAsync(new Begin("node", new byte[7000]));
                context.SetTrailingMetadata(new End(1) { Digest = new byte[7000] });
            },
            configure: grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton<ILoggerProvider>(new ListLoggerProvider(warnings));
            });
        for (int i = 0; i < 2; i++)
        {
            await server.Client.UnaryAsync(new EchoMessage());
        }

        Assert.Equal(["initial", "trailing"], warnings.Select(warning => warning.Split(' ')[1]));
    }
}
