using Contracts;
using Grpc.Core;
using TypedMetadata;
using TypedMetadata.Unit.Properties;

namespace Server;

// Generated here too, with nothing but the server's package.
[GrpcMetadata(MetadataPositions.Initial)]
internal sealed partial record Begin(string Node);

[GrpcMetadata(MetadataPositions.Trailing)]
internal sealed partial record End(long Rows);

[RequestMetadata<CallerInfo>]
internal sealed class GreetingService : Greeting.GreetingBase
{
    public override async Task<Words> Greet(Name request, ServerCallContext context)
    {
        CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
        await context.WriteInitialMetadataAsync(new Begin("one"));
        context.SetTrailingMetadata(new End(3));
        return new Words { Text = $"Hello {request.Text} of {caller.TenantId}, token of {caller.Token.Length} bytes, attempt {caller.Attempt}" };
    }

    public override async Task Echo(Name request, IServerStreamWriter<Words> responses, ServerCallContext context)
    {
        context.AddInitialMetadata(context.ReadRequestMetadata<Shapes>());
        context.SetTrailingMetadata(context.ReadRequestMetadata<Everything>());
        await responses.WriteAsync(new Words { Text = $"streamed {request.Text}" });
    }
}
