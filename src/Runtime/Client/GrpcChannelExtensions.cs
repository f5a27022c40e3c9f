using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace TypedMetadata;

/// <summary>Creates call invokers for typed metadata.</summary>
public static class GrpcChannelExtensions
{
    /// <summary>
    /// Creates a call invoker whose calls are faster with records: <c>InitialMetadata()</c> and <c>TrailingMetadata()</c> read straight from the HTTP response, and request metadata goes to
    /// HttpClient as it goes on the wire. Otherwise the calls behave as those of <c>CreateCallInvoker()</c>.
    /// </summary>
    /// <remarks>
    /// Pass it to a generated client: <c>new Greeter.GreeterClient(channel.CreateTypedCallInvoker())</c>. Interceptors of your own go around it:
    /// <c>channel.CreateTypedCallInvoker().Intercept(mine)</c>. On a channel without <c>UseTypedMetadata()</c>, with retries or hedging in its <c>ServiceConfig</c>, with call credentials that are awaited, or while a
    /// load balancer waits for an address, response metadata is read the ordinary way.
    /// </remarks>
    /// <param name="channel">The channel, made with <c>UseTypedMetadata()</c>.</param>
    public static CallInvoker CreateTypedCallInvoker(this GrpcChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Intercept(DirectCallInterceptor.Instance);
    }
}
