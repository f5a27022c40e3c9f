using Grpc.Core;
using Grpc.Net.Client;
using ProtoBuf;
using ProtoBuf.Grpc;
using ProtoBuf.Grpc.Client;
using ProtoBuf.Grpc.Configuration;
using ProtoBuf.Grpc.Server;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>protobuf-net.Grpc: services without a .proto file.</summary>
public sealed class ProtobufNetGrpcTests
{
    [Fact]
    public async Task Code_first_service_reads_and_writes_records()
    {
        await using EchoServer server = await StartAsync<Tally>();
        using GrpcChannel channel = server.NewChannel();
        Metadata sent = new Caller("acme", new byte[] { 1 });
        CallContext call = new(new CallOptions(sent), CallContextFlags.CaptureMetadata);
        Sum sum = await channel.CreateGrpcService<ITally>().AddAsync(new Terms { First = 1, Second = 2 }, call);
        Assert.Equal(3, sum.Value);
        Assert.Equal("acme", (await call.ResponseHeadersAsync()).Read<Begin>().Node);
        Assert.Equal(7, call.ResponseTrailers().Read<End>().Rows);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Contract_of_a_code_first_service_is_checked_whatever_interceptor_stands_around_it(bool simple)
    {
        await using EchoServer server = await StartAsync<DeclaredTally>(simple);
        using GrpcChannel channel = server.NewChannel();
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await channel.CreateGrpcService<ITally>().AddAsync(new Terms(), default));
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
        Assert.Contains("'tenant-id' is missing", exception.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contract")]
    [InlineData("read")]
    [InlineData("accessor")]
    public async Task Simple_rpc_exceptions_leave_a_rejection_alone(string way)
    {
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                _ = way == "read"
                    ? context.ReadRequestMetadata<Caller>()
                    : context.GetHttpContext().RequestServices.GetRequiredService<IRequestMetadataAccessor<Caller>>().Read();
                return Task.CompletedTask;
            },
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddCodeFirstGrpc(options => options.Interceptors.Add<SimpleRpcExceptionsInterceptor>());
                grpc.Services.AddSingleton(SimpleRpcExceptionsInterceptor.Instance);
            },
            map: app =>
            {
                if (way == "contract")
                {
                    app.MapGrpcService<ContractTests.Declared>();
                }
                else
                {
                    app.MapGrpcService<EchoService>();
                }
            });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
    }

    private static Task<EchoServer> StartAsync<TService>(bool simple = false)
        where TService : class =>
        EchoServer.StartAsync(
            _ => Task.CompletedTask,
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddCodeFirstGrpc(options =>
                {
                    if (simple)
                    {
                        options.Interceptors.Add<SimpleRpcExceptionsInterceptor>();
                    }
                });
                grpc.Services.AddSingleton(SimpleRpcExceptionsInterceptor.Instance);
            },
            map: app => app.MapGrpcService<TService>());
}

/// <summary>What adds.</summary>
[Service]
public interface ITally
{
    /// <summary>Adds.</summary>
    [Operation]
    ValueTask<Sum> AddAsync(Terms terms, CallContext context);
}

[ProtoContract]
public sealed class Terms
{
    [ProtoMember(1)]
    public int First { get; set; }

    [ProtoMember(2)]
    public int Second { get; set; }
}

[ProtoContract]
public sealed class Sum
{
    [ProtoMember(1)]
    public int Value { get; set; }
}

internal class Tally : ITally
{
    public async ValueTask<Sum> AddAsync(Terms terms, CallContext context)
    {
        ServerCallContext call = context.ServerCallContext!;
        await call.WriteInitialMetadataAsync(new Begin(call.ReadRequestMetadata<Caller>().TenantId, [1]));
        call.SetTrailingMetadata(new End(7));
        return new Sum { Value = terms.First + terms.Second };
    }
}

[RequestMetadata<Caller>]
internal sealed class DeclaredTally : Tally;
