using Grpc.Core;

namespace TypedCalls;

/// <summary>A typed service. The generator adds its methods, with the metadata records as parameters and results.</summary>
[TypedService<Greeter.GreeterBase>(Contract = typeof(GreeterContract))]
public abstract partial class GreeterServiceBase;

/// <summary>Implements the typed service. A method that does not return its trailing metadata does not compile.</summary>
public sealed class GreeterService : GreeterServiceBase
{
    private static readonly string[] _languages = ["Hello", "Bonjour", "Hallo"];

    protected override async Task<TypedResponse<HelloReply, EndInfo>> SayHello(HelloRequest request, CallerInfo callerInfo, TypedCallContext<BeginInfo> call)
    {
        await call.WriteInitialMetadataAsync(new BeginInfo(DateTimeOffset.UtcNow));
        return (new HelloReply { Message = $"Hello {request.Name} of {callerInfo.TenantId}" }, new EndInfo(1));
    }

    protected override async Task<EndInfo> SayHelloInAll(HelloRequest request, IServerStreamWriter<HelloReply> responseStream, CallerInfo callerInfo, TypedCallContext<BeginInfo> call)
    {
        call.AddInitialMetadata(new BeginInfo(DateTimeOffset.UtcNow));
        foreach (string language in _languages)
        {
            await responseStream.WriteAsync(new HelloReply { Message = $"{language} {request.Name}" }, call.CancellationToken);
        }

        return new EndInfo(_languages.Length);
    }
}
