using Greeter;
using Grpc.Core;
using TypedMetadata.Testing;
using GreeterClient = Greeter.Greeter.GreeterClient;

namespace TypedMetadata.Unit.Testing;

/// <summary>A generated client without a channel.</summary>
public sealed class InvokerTests
{
    private static readonly HelloRequest _request = new() { Name = "Ada" };

    [Fact]
    public async Task Client_sends_its_request_and_metadata_to_the_test()
    {
        TestClientCall<HelloRequest, HelloReply> call = new(new HelloReply { Message = "hi" });
        DateTime deadline = DateTime.UtcNow.AddHours(1);
        HelloReply reply = await new GreeterClient(call.CreateCallInvoker()).SayHelloAsync(_request, new CallerInfo("acme", [1]), deadline);
        Assert.Equal("hi", reply.Message);
        Assert.Equal("Ada", Assert.Single(call.Requests).Name);
        Assert.Equal(new CallerInfo("acme", [1]), call.RequestMetadata.Read<CallerInfo>());
        Assert.Equal(deadline, call.Options.Deadline);
    }

    [Fact]
    public void Blocking_call_responds_or_throws()
    {
        TestClientCall<HelloRequest, HelloReply> call = new(new HelloReply { Message = "hi" });
        Assert.Equal("hi", new GreeterClient(call.CreateCallInvoker()).SayHello(_request).Message);
        Assert.Empty(call.RequestMetadata);
        Assert.Equal(StatusCode.NotFound, Assert.Throws<RpcException>(() => new GreeterClient(call.WithFailure(StatusCode.NotFound).CreateCallInvoker()).SayHello(_request)).StatusCode);
    }

    [Fact]
    public async Task Calls_of_all_kinds_are_answered_and_kept_in_order()
    {
        TestClientCall<HelloRequest, HelloReply> answer = new(new HelloReply { Message = "hi" });
        using AsyncDuplexStreamingCall<HelloRequest, HelloReply> chat = new GreeterClient(answer.CreateCallInvoker()).Chat();
        await chat.RequestStream.WriteAsync(new HelloRequest { Name = "streamed" });
        Assert.Single(await chat.ResponseStream.ReadAllAsync().ToListAsync());
        using AsyncServerStreamingCall<HelloReply> server = answer.CreateCallInvoker().AsyncServerStreamingCall(Method<HelloRequest, HelloReply>(MethodType.ServerStreaming), null, default, _request);
        using AsyncClientStreamingCall<HelloRequest, HelloReply> client = answer.CreateCallInvoker().AsyncClientStreamingCall(Method<HelloRequest, HelloReply>(MethodType.ClientStreaming), null, default);
        Assert.Single(await server.ResponseStream.ReadAllAsync().ToListAsync());
        Assert.Equal("hi", (await client).Message);
        Assert.Equal(["Ada", "streamed"], answer.Requests.Select(request => request.Name));
        Assert.False(answer.AreRequestsCompleted);
    }

    [Fact]
    public void Method_of_other_messages_is_rejected()
    {
        CallInvoker invoker = new TestClientCall<HelloRequest, HelloReply>(new HelloReply()).CreateCallInvoker();
        InvalidOperationException rejection = Assert.Throws<InvalidOperationException>(() => invoker.AsyncUnaryCall(Method<HelloRequest, TraceContext>(MethodType.Unary), null, default, _request));
        Assert.Equal("'/test.Service/Method' takes HelloRequest and returns TraceContext, which this TestClientCall does not. Create a TestClientCall<HelloRequest, TraceContext> for it.", rejection.Message);
    }

    private static Method<TRequest, TResponse> Method<TRequest, TResponse>(MethodType type) =>
        new(type, "test.Service", "Method", Unused<TRequest>(), Unused<TResponse>());

    private static Marshaller<T> Unused<T>() => Marshallers.Create<T>(_ => throw new NotSupportedException(), _ => throw new NotSupportedException());
}
