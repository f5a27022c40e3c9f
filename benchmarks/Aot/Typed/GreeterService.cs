using Greeter;
using Grpc.Core;
using TypedMetadata;

namespace Aot;

/// <summary>The server, with typed metadata.</summary>
internal sealed class GreeterService : Greeter.Greeter.GreeterBase
{
    public override async Task<HelloReply> SayHello(HelloRequest request, ServerCallContext context)
    {
        CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
        await context.WriteInitialMetadataAsync(new BeginInfo(DateTimeOffset.UnixEpoch, ServedBy.Replica));
        context.SetTrailingMetadata(new EndInfo(1) { Checksum = new byte[] { 1, 2 } });
        return new HelloReply { Message = $"Hello {request.Name}, says {caller.TenantId} (attempt {caller.Attempt})" };
    }
}

[GrpcMetadata]
internal sealed partial record CallerInfo(string TenantId, [MetadataKey("auth-token-bin", Sensitive = true)] Guid AuthToken, int Attempt = 1);

[GrpcMetadata(MetadataPositions.Initial)]
internal sealed partial record BeginInfo(DateTimeOffset BeginTime, ServedBy ServedBy);

[GrpcMetadata(MetadataPositions.Trailing)]
internal sealed partial record EndInfo(long Greetings)
{
    public ReadOnlyMemory<byte> Checksum { get; init; }
}

internal enum ServedBy
{
    Primary,
    Replica,
}
