using Grpc.Core;
using Grpc.Net.Client;

namespace TypedMetadata;

/// <summary>Extension methods that create call invokers for typed metadata.</summary>
public static class GrpcChannelExtensions
{
    /// <summary>
    /// Creates a call invoker that reads and writes records faster. Otherwise, its calls behave like those of <c>CreateCallInvoker()</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Pass it to a generated client: <c>new Greeter.GreeterClient(channel.CreateTypedCallInvoker())</c>. To add interceptors, write
    /// <c>channel.CreateTypedCallInvoker().Intercept(interceptor)</c>.
    /// </para>
    /// <para>
    /// Response records are read directly from the HTTP response, without a <see cref="Metadata"/>. A call reads them in the ordinary way if the channel was created without
    /// <c>UseTypedMetadata()</c>, has retries or hedging in its <c>ServiceConfig</c>, uses asynchronous call credentials, or waits for a load balancer.
    /// </para>
    /// </remarks>
    /// <param name="channel">The channel. Create it with <c>UseTypedMetadata()</c>.</param>
    /// <returns>The call invoker.</returns>
    public static CallInvoker CreateTypedCallInvoker(this GrpcChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new DirectCallInvoker(channel.CreateCallInvoker());
    }
}
