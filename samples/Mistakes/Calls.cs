using TypedMetadata;

namespace Mistakes;

[TypedClient<Greeter.GreeterClient>]
public sealed class NotPartialCalls; // TMD120

[TypedClient<Greeter.GreeterBase>] // TMD121
public sealed partial class CallsOfNoClient;

[TypedClient<Greeter.GreeterClient>]
[RequestMetadata<Caller>(Method = nameof(Greeter.GreeterClient.SayHelloAsync))] // TMD122
public sealed partial class CallsOfNoRpc;

[TypedClient<Greeter.GreeterClient>]
[RequestMetadata<End>] // TMD123
public sealed partial class CallsWithTrailingRequest;

[TypedClient<Greeter.GreeterClient>]
[RequestMetadata<Caller>, RequestMetadata<Caller>] // TMD124
public sealed partial class CallsWithTwoRecords;

[TypedClient<Greeter.GreeterClient>]
[TrailingMetadata<End>]
public sealed partial class DemandingCalls; // TMD125

[TypedService<Greeter.GreeterBase>]
public abstract partial class PlainServiceBase;

[TypedClient<Greeter.GreeterClient>]
public sealed partial class CallsWithOwnClient
{
    public string Client => ""; // TMD126
}

[TypedClient<Greeter.GreeterClient>]
[RequestMetadata<Caller>, RequestMetadata<RequestOnly>] // TMD127
public sealed partial class CallsWithOneKeyTwice;
