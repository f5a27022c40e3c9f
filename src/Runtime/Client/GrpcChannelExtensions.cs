using Grpc.Core;
using Grpc.Net.Client;

namespace TypedMetadata;

/// <summary>Makes call invokers for typed metadata.</summary>
public static class GrpcChannelExtensions
{
    /// <summary>Creates a call invoker whose calls read response metadata straight from the HTTP response.</summary>
    /// <param name="channel">The channel, made with <c>UseTypedMetadata()</c>.</param>
    public static CallInvoker CreateTypedCallInvoker(this GrpcChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.CreateCallInvoker();
    }
}
