using System.Globalization;
using Greeter;
using Grpc.Core;

namespace Aot;

/// <summary>The server, with raw metadata.</summary>
internal sealed class GreeterService : Greeter.Greeter.GreeterBase
{
    public override async Task<HelloReply> SayHello(HelloRequest request, ServerCallContext context)
    {
        if (context.RequestHeaders.GetValue("tenant-id") is not string tenant || context.RequestHeaders.GetValueBytes("auth-token-bin") is not { Length: 16 })
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "'tenant-id' or 'auth-token-bin' is missing or malformed."));
        }

        int attempt = int.Parse(context.RequestHeaders.GetValue("attempt") ?? "1", CultureInfo.InvariantCulture);
        await context.WriteResponseHeadersAsync(new Metadata
        {
            { "begin-time", DateTimeOffset.UnixEpoch.ToString("O", CultureInfo.InvariantCulture) },
            { "served-by", nameof(ServedBy.Replica) },
        });
        context.ResponseTrailers.Add("greetings", "1");
        context.ResponseTrailers.Add("checksum-bin", [1, 2]);
        return new HelloReply { Message = $"Hello {request.Name}, says {tenant} (attempt {attempt})" };
    }
}

internal enum ServedBy
{
    Primary,
    Replica,
}
