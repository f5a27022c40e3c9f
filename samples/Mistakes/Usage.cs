using System;
using System.Threading.Tasks;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedMetadata;

namespace Mistakes;

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record End(long Rows);

[GrpcMetadata]
public sealed partial record Caller(string Name);

[RequestMetadata<End>] // TMD110
public static class Usage
{
    [RequestMetadata<Caller>] // TMD114
    public static void Start(IServiceCollection services, WebApplication app)
    {
        services.AddGrpc();
        app.MapGrpcService<GreeterService>(); // TMD113
    }

    public static void Write(Metadata metadata)
    {
        metadata.Add("payload-bin", "text"); // TMD100
        metadata.Add("tenant id", "acme"); // TMD101
        metadata.Add("grpc-status", "0"); // TMD102
        metadata.Add("note", "two\nlines"); // TMD105
        metadata.Add("Tenant-Id", "acme"); // TMD106
    }

    public static void Read(Metadata metadata, ServerCallContext context)
    {
        _ = metadata.GetValue("payload-bin"); // TMD103
        _ = metadata.GetValueBytes("tenant-id"); // TMD104
        _ = context.RequestHeaders.GetValueBytes("payload-bin"); // TMD107
        Console.WriteLine(metadata[0]); // TMD108
        _ = metadata.Contains(new Metadata.Entry("tenant-id", "acme")); // TMD111
        _ = metadata[0].Key == "Tenant-Id"; // TMD112
    }

    public static RpcException Fail(ServerCallContext? call, End end) =>
        new(new Status(StatusCode.Aborted, "no"), end.ToMetadata()); // TMD109
}

[RequestMetadata<Caller>]
public sealed class GreeterService : Greeter.GreeterBase;

/// <summary>Stands in for the code that protoc's plugin generates.</summary>
public static class Greeter
{
    public static void BindService(ServiceBinderBase binder, GreeterBase service) => ArgumentNullException.ThrowIfNull(binder);

    [BindServiceMethod(typeof(Greeter), nameof(BindService))]
    public abstract class GreeterBase
    {
        public virtual Task<string> SayHello(string request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unimplemented, ""));
    }

    public class GreeterClient(CallInvoker callInvoker) : ClientBase<GreeterClient>(callInvoker)
    {
        public virtual AsyncUnaryCall<string> SayHelloAsync(string request, CallOptions options) => throw new NotSupportedException();

        protected override GreeterClient NewInstance(ClientBaseConfiguration configuration) => throw new NotSupportedException();
    }
}
