using System.ComponentModel;
using Grpc.Core;
using Grpc.Net.Client;

namespace TypedMetadata.CompilerServices;

/// <summary>What the generated code of typed clients calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TypedCalls
{
    /// <summary>Creates the call invoker of a typed client on a channel: one with direct calls where the channel is grpc-dotnet's.</summary>
    public static CallInvoker CreateInvoker(ChannelBase channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel is GrpcChannel direct ? direct.CreateTypedCallInvoker() : channel.CreateCallInvoker();
    }

    /// <summary>The options of a call. One without a deadline has none, so that an interceptor may set its own.</summary>
    public static CallOptions Options(Deadline deadline, CancellationToken cancellationToken) =>
        new(deadline: deadline.IsInfinite ? null : deadline.ToDateTime(), cancellationToken: cancellationToken);
}
