using System.Threading.Tasks;
using Grpc.Core;
using TypedMetadata;

public static class Greeter
{
    public static void BindService(ServiceBinderBase binder, GreeterBase service) { }

    [BindServiceMethod(typeof(Greeter), "BindService")]
    public abstract class GreeterBase
    {
        public virtual Task<string> SayHello(string request, ServerCallContext context) => null!;
        public virtual Task Watch(string request, IServerStreamWriter<string> responseStream, ServerCallContext context) => null!;
    }

    public class GreeterClient(CallInvoker callInvoker) : ClientBase<GreeterClient>(callInvoker)
    {
        public virtual AsyncUnaryCall<string> SayHelloAsync(string request, CallOptions options) => null!;
        public virtual AsyncServerStreamingCall<string> Watch(string request, CallOptions options) => null!;
        protected override GreeterClient NewInstance(ClientBaseConfiguration configuration) => null!;
    }
}

public abstract class SomeBase;

[GrpcMetadata]
public sealed partial record Caller(string TenantId);

[GrpcMetadata]
public sealed partial record Billing(string TenantId);

[GrpcMetadata]
public abstract partial record Open(string Name);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record End(long Rows);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record Cost(int Credits);

[TypedClient<Greeter.GreeterClient>]
public sealed class NotPartial;

[TypedClient<Greeter.GreeterClient>]
file sealed partial class FileLocal;

[TypedClient<Greeter.GreeterClient>]
public static partial class Static;

[TypedClient<Greeter.GreeterClient>]
public sealed partial class WithParameters(string name)
{
    public string Name => name;
}

[TypedClient<Greeter.GreeterClient>, TypedService<Greeter.GreeterBase>]
public abstract partial class Both;

[TypedService<Greeter.GreeterBase>]
public partial class NotAbstract;

[TypedService<Greeter.GreeterBase>]
public abstract partial record ServiceRecord;

[TypedService<Greeter.GreeterBase>]
public abstract partial class Derived : SomeBase;

[TypedClient<Greeter.GreeterBase>]
public sealed partial class CallsOfService;

[TypedClient<string[]>]
public sealed partial class CallsOfArray;

[TypedService<Caller>]
public abstract partial class ServiceOfRecord;

[TypedClient<Greeter.GreeterClient>]
[RequestMetadata<Caller>(Method = nameof(Greeter.GreeterClient.SayHelloAsync)), RequestMetadata<Caller>(Method = "Match")]
public sealed partial class NoRpc;

public sealed class OnMethod : Greeter.GreeterBase
{
    [RequestMetadata<Caller>(Method = nameof(Watch))]
    public override Task<string> SayHello(string request, ServerCallContext context) => base.SayHello(request, context);
}

[TypedClient<Greeter.GreeterClient>]
[RequestMetadata<End>, InitialMetadata<string>, RequestMetadata<Open>]
public sealed partial class WrongRecords;

[TypedClient<Greeter.GreeterClient>]
[RequestMetadata<Caller>, RequestMetadata<Caller>]
public sealed partial class OneRecordTwice;

[TypedService<Greeter.GreeterBase>]
[TrailingMetadata<End>(Method = "Watch"), TrailingMetadata<Cost>(Method = "Watch")]
public abstract partial class TwoRecords;

[TypedClient<Greeter.GreeterClient>]
[TrailingMetadata<Cost>]
public sealed partial class Demanding;

[TypedClient<Greeter.GreeterClient>]
public sealed partial class SayHello;

[TypedClient<Greeter.GreeterClient>]
public sealed partial class Taken
{
    public Taken(CallInvoker invoker)
    {
    }

    public string Client => "";

    public void Watch()
    {
    }
}

[TypedClient<Greeter.GreeterClient>]
[RequestMetadata<Caller>, RequestMetadata<Billing>]
public sealed partial class SameKey;
