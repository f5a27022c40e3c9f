using System.ComponentModel;
using Grpc.Core;
using Grpc.Net.Client;

namespace TypedMetadata.CompilerServices;

/// <summary>Contains methods that the generated code of typed clients calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TypedCalls
{
    /// <summary>Creates the call invoker of a typed client. For a channel of grpc-dotnet, it is <c>CreateTypedCallInvoker()</c>.</summary>
    public static CallInvoker CreateInvoker(ChannelBase channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel is GrpcChannel direct ? direct.CreateTypedCallInvoker() : channel.CreateCallInvoker();
    }

    /// <summary>Creates the options of a call. Without a deadline, the options have none, so that an interceptor may set one.</summary>
    public static CallOptions Options(Deadline deadline, CancellationToken cancellationToken) =>
        new(deadline: deadline.IsInfinite ? null : deadline.ToDateTime(), cancellationToken: cancellationToken);
}
