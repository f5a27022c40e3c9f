using Greeter;
using Grpc.Core;
using TypedMetadata.Testing;

namespace TypedMetadata.Unit.Testing;

/// <summary>Calls for code under test: how they answer, and what they keep.</summary>
public sealed class TestCallTests
{
    private static TestClientCall<HelloRequest, HelloReply> Answer(params string[] messages) =>
        new TestClientCall<HelloRequest, HelloReply>(messages.Select(message => new HelloReply { Message = message }))
            .WithInitialMetadata(new BeginInfo("node")).WithTrailingMetadata(new EndInfo(2));

    private static TestClientCall<HelloRequest, HelloReply> Rejection() =>
        new TestClientCall<HelloRequest, HelloReply>().WithFailure(StatusCode.NotFound, "gone").WithTrailingMetadata(new EndInfo(2));

    [Fact]
    public async Task Unary_call_responds()
    {
        using AsyncUnaryCall<HelloReply> call = Answer("hi").CreateUnaryCall();
        Assert.Equal("node", (await call.InitialMetadata().ReadAsync<BeginInfo>()).Node);
        Assert.Equal("hi", (await call).Message);
        Assert.Equal(2, call.TrailingMetadata().Read<EndInfo>().Rows);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Client_streaming_call_responds_and_keeps_the_requests()
    {
        TestClientCall<HelloRequest, HelloReply> answer = Answer("hi");
        using AsyncClientStreamingCall<HelloRequest, HelloReply> call = answer.CreateClientStreamingCall();
        await call.RequestStream.WriteAsync(new HelloRequest { Name = "Ada" });
        Assert.False(answer.AreRequestsCompleted);
        await call.RequestStream.CompleteAsync();
        Assert.True(answer.AreRequestsCompleted);
        Assert.Equal("Ada", Assert.Single(answer.Requests).Name);
        Assert.Equal("node", (await call.InitialMetadata().ReadAsync<BeginInfo>()).Node);
        Assert.Equal("hi", (await call).Message);
        Assert.Equal(2, call.TrailingMetadata().Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task Server_streaming_call_responds_and_ends_when_it_was_read()
    {
        using AsyncServerStreamingCall<HelloReply> call = Answer("one", "two").CreateServerStreamingCall();
        Assert.Equal("node", (await call.InitialMetadata().ReadAsync<BeginInfo>()).Node);
        Assert.Throws<InvalidOperationException>(() => call.TrailingMetadata().Read<EndInfo>());
        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Equal(["one", "two"], await call.ResponseStream.ReadAllAsync().Select(reply => reply.Message).ToListAsync());
        Assert.Equal(2, call.TrailingMetadata().Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task Duplex_call_responds_and_keeps_the_requests()
    {
        TestClientCall<HelloRequest, HelloReply> answer = Answer("one");
        using AsyncDuplexStreamingCall<HelloRequest, HelloReply> call = answer.CreateDuplexStreamingCall();
        await call.RequestStream.WriteAsync(new HelloRequest { Name = "Ada" });
        await call.RequestStream.CompleteAsync();
        Assert.Equal("Ada", Assert.Single(answer.Requests).Name);
        Assert.Single(await call.ResponseStream.ReadAllAsync().ToListAsync());
        Assert.Equal("node", (await call.InitialMetadata().ReadAsync<BeginInfo>()).Node);
        Assert.Equal(2, call.TrailingMetadata().Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task Failure_without_headers_is_thrown_by_every_read_of_them()
    {
        using AsyncUnaryCall<HelloReply> unary = Rejection().CreateUnaryCall();
        using AsyncClientStreamingCall<HelloRequest, HelloReply> client = Rejection().CreateClientStreamingCall();
        using AsyncServerStreamingCall<HelloReply> server = Rejection().CreateServerStreamingCall();
        using AsyncDuplexStreamingCall<HelloRequest, HelloReply> duplex = Rejection().CreateDuplexStreamingCall();
        foreach (InitialMetadataView view in new[] { unary.InitialMetadata(), client.InitialMetadata(), server.InitialMetadata(), duplex.InitialMetadata() })
        {
            RpcException failure = await Assert.ThrowsAsync<RpcException>(() => view.ReadAsync<BeginInfo>());
            Assert.Equal((StatusCode.NotFound, "gone", 2), (failure.StatusCode, failure.Status.Detail, failure.TrailingMetadata().Read<EndInfo>().Rows));
            await Assert.ThrowsAsync<RpcException>(() => view.TryReadAsync<BeginInfo>());
        }

        Assert.Equal(2, (await Assert.ThrowsAsync<RpcException>(async () => await unary)).TrailingMetadata().Read<EndInfo>().Rows);
        Assert.Equal(2, duplex.TrailingMetadata().Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task Failure_after_headers_and_messages_comes_after_them()
    {
        using AsyncServerStreamingCall<HelloReply> call = Answer("one").WithFailure(StatusCode.DataLoss).CreateServerStreamingCall();
        Assert.Equal("node", (await call.InitialMetadata().ReadAsync<BeginInfo>()).Node);
        Assert.True(await call.ResponseStream.MoveNext());
        RpcException failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal((StatusCode.DataLoss, 2), (failure.StatusCode, failure.TrailingMetadata().Read<EndInfo>().Rows));
        await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());

        using AsyncUnaryCall<HelloReply> unary = Answer().WithFailure(StatusCode.DataLoss).CreateUnaryCall();
        Assert.Equal("node", (await unary.InitialMetadata().ReadAsync<BeginInfo>()).Node);
        await Assert.ThrowsAsync<RpcException>(async () => await unary);
    }

    [Fact]
    public async Task Stream_is_cancelled_by_the_token_of_a_read()
    {
        using AsyncServerStreamingCall<HelloReply> call = Answer("one").CreateServerStreamingCall();
        RpcException failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(new CancellationToken(canceled: true)));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task Fields_come_as_over_the_wire()
    {
        TestClientCall<HelloRequest, HelloReply> answer = new TestClientCall<HelloRequest, HelloReply>(new HelloReply())
            .WithInitialEntry("node", "n-1").WithInitialEntry("blob-bin", "AQ,Ag==").WithTrailingEntry("rows", "many").WithTrailingEntry("digest-bin", "####");
        using AsyncUnaryCall<HelloReply> call = answer.CreateUnaryCall();
        Assert.Equal("n-1", (await call.InitialMetadata().ReadAsync<BeginInfo>()).Node);
        Assert.Equal([1, 2], (await call.ResponseHeadersAsync).GetAll("blob-bin").Select(entry => entry.ValueBytes[0]));
        Assert.False(call.TrailingMetadata().TryRead<EndInfo>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(["rows", "digest-bin"], errors.Select(error => error.Key));
        Assert.Throws<ArgumentException>(() => answer.WithInitialEntry("no key", "x"));
    }

    [Fact]
    public void Call_without_one_message_is_rejected_at_once()
    {
        Assert.Throws<MetadataException>(() => new TestClientCall<HelloRequest, HelloReply>().WithInitialMetadata(new BeginInfo("")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TestClientCall<HelloRequest, HelloReply>().WithFailure(StatusCode.OK));
        Assert.Contains("this TestClientCall has 2", Assert.Throws<InvalidOperationException>(() => Answer("one", "two").CreateUnaryCall()).Message, StringComparison.Ordinal);
        Assert.Contains("this TestClientCall has 0", Assert.Throws<InvalidOperationException>(() => Answer().CreateClientStreamingCall()).Message, StringComparison.Ordinal);
    }
}
