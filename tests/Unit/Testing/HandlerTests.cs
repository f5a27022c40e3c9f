using Greeter;
using Grpc.Core;
using TypedMetadata.Testing;

namespace TypedMetadata.Unit.Testing;

/// <summary>A handler of each kind, under test: arrange and assert in under ten lines.</summary>
public sealed class HandlerTests
{
    [Fact]
    public async Task Unary()
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(new CallerInfo("acme", [1]));
        HelloReply reply = await Handlers.SayHello(new HelloRequest { Name = "Ada" }, context);
        Assert.Equal("Hello Ada of acme", reply.Message);
        Assert.Equal("node", context.InitialMetadata.Read<BeginInfo>().Node);
        Assert.Equal(1, context.TrailingMetadata.Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task ClientStreaming()
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(new CallerInfo("acme", [1]));
        TestAsyncStreamReader<HelloRequest> requests = new(new HelloRequest { Name = "Ada" }, new HelloRequest { Name = "Bob" });
        HelloReply reply = await Handlers.Collect(requests, context);
        Assert.Equal("Hello Ada, Bob of acme", reply.Message);
        Assert.Equal(2, context.TrailingMetadata.Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task ServerStreaming()
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(new CallerInfo("acme", [1], Attempt: 3));
        TestServerStreamWriter<HelloReply> replies = new(context);
        await Handlers.Repeat(new HelloRequest { Name = "Ada" }, replies, context);
        Assert.Equal(3, replies.Messages.Count);
        Assert.Equal("node", context.InitialMetadata.Read<BeginInfo>().Node);
        Assert.Equal(3, context.TrailingMetadata.Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task Duplex()
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(new CallerInfo("acme", [1]));
        TestServerStreamWriter<HelloReply> replies = new(context);
        await Handlers.Chat(new TestAsyncStreamReader<HelloRequest>(new HelloRequest { Name = "Ada" }), replies, context);
        Assert.Equal("Hello Ada of acme", Assert.Single(replies.Messages).Message);
        Assert.Equal(1, context.TrailingMetadata.Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task Caller_without_metadata_is_rejected_before_anything_is_written()
    {
        TestServerCallContext context = new();
        MetadataException rejection = await Assert.ThrowsAnyAsync<MetadataException>(() => Handlers.SayHello(new HelloRequest(), context));
        Assert.Equal(["tenant-id", "auth-token-bin"], rejection.Errors.Select(error => error.Key));
        Assert.Empty(context.InitialMetadata);
    }

    private static class Handlers
    {
        internal static async Task<HelloReply> SayHello(HelloRequest request, ServerCallContext context)
        {
            string tenant = context.ReadRequestMetadata<CallerInfo>().TenantId;
            await context.WriteInitialMetadataAsync(new BeginInfo("node"));
            context.SetTrailingMetadata(new EndInfo(1));
            return new HelloReply { Message = $"Hello {request.Name} of {tenant}" };
        }

        internal static async Task<HelloReply> Collect(IAsyncStreamReader<HelloRequest> requests, ServerCallContext context)
        {
            List<string> names = await requests.ReadAllAsync().Select(request => request.Name).ToListAsync();
            context.SetTrailingMetadata(new EndInfo(names.Count));
            return new HelloReply { Message = $"Hello {string.Join(", ", names)} of {context.ReadRequestMetadata<CallerInfo>().TenantId}" };
        }

        internal static async Task Repeat(HelloRequest request, IServerStreamWriter<HelloReply> replies, ServerCallContext context)
        {
            CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
            context.AddInitialMetadata(new BeginInfo("node"));
            for (int i = 0; i < caller.Attempt; i++)
            {
                await replies.WriteAsync(new HelloReply { Message = request.Name });
            }

            context.SetTrailingMetadata(new EndInfo(caller.Attempt));
        }

        internal static async Task Chat(IAsyncStreamReader<HelloRequest> requests, IServerStreamWriter<HelloReply> replies, ServerCallContext context)
        {
            CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
            long rows = 0;
            await foreach (HelloRequest request in requests.ReadAllAsync())
            {
                await replies.WriteAsync(new HelloReply { Message = $"Hello {request.Name} of {caller.TenantId}" });
                context.SetTrailingMetadata(new EndInfo(++rows));
            }
        }
    }
}
