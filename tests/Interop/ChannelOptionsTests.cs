using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>How a channel gets the handler, and what the handler rejects.</summary>
public sealed class ChannelOptionsTests
{
    public static TheoryData<string> NetworkHandlers => [nameof(SocketsHttpHandler), nameof(HttpClientHandler)];

    [Theory]
    [MemberData(nameof(NetworkHandlers))]
    public async Task No_redirect_is_followed(string kind)
    {
        bool reached = false;
        await using EchoServer other = await EchoServer.StartAsync(_ => reached = true);
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, pipeline: app => app.Run(context =>
        {
            context.Response.Redirect(other.Url + context.Request.Path, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        }));

        HttpMessageHandler network = kind == nameof(SocketsHttpHandler) ? new SocketsHttpHandler() : new HttpClientHandler();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = network }.UseTypedMetadata());
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await new Echo.EchoClient(Paths.CallsOf(channel)).UnaryAsync(new EchoMessage()));
        Assert.Contains("307", exception.Status.Detail, StringComparison.Ordinal);
        Assert.False(reached);
    }

    [Fact]
    public async Task Handler_that_a_factory_put_together_follows_no_redirect_either()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => { });
        using SocketsHttpHandler network = new();
        using TypedMetadataHandler handler = new() { InnerHandler = network };
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = handler });
        await new Echo.EchoClient(Paths.CallsOf(channel)).UnaryAsync(new EchoMessage());
        Assert.False(network.AllowAutoRedirect);
    }

    [Fact]
    public async Task Handler_that_was_used_already_says_what_to_do()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => { });
        using SocketsHttpHandler network = new();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = network });
        await new Echo.EchoClient(Paths.CallsOf(channel)).UnaryAsync(new EchoMessage());

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => new GrpcChannelOptions { HttpHandler = network }.UseTypedMetadata());
        Assert.Contains("AllowAutoRedirect to false", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Channel_with_an_HttpClient_says_what_to_do()
    {
        using HttpClient client = new();
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => new GrpcChannelOptions { HttpClient = client }.UseTypedMetadata());
        Assert.Contains("HttpHandler", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_twice_changes_nothing()
    {
        GrpcChannelOptions options = new GrpcChannelOptions().UseTypedMetadata();
        HttpMessageHandler? handler = options.HttpHandler;
        Assert.Same(handler, options.UseTypedMetadata().HttpHandler);
        SocketsHttpHandler network = Assert.IsType<SocketsHttpHandler>(Assert.IsType<TypedMetadataHandler>(handler).InnerHandler);
        Assert.True(network.EnableMultipleHttp2Connections);
        Assert.Null(network.ConnectCallback);
    }

    [Fact]
    public async Task Two_channels_share_options_and_the_second_outlives_the_first()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => { });
        GrpcChannelOptions options = new GrpcChannelOptions().UseTypedMetadata();
        using GrpcChannel first = GrpcChannel.ForAddress(server.Url, options);
        using GrpcChannel second = GrpcChannel.ForAddress(server.Url, options);
        await new Echo.EchoClient(Paths.CallsOf(first)).UnaryAsync(new EchoMessage());
        first.Dispose();
        await new Echo.EchoClient(Paths.CallsOf(second)).UnaryAsync(new EchoMessage());
    }
}
