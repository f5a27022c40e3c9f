using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetadata;

/// <summary>How a record comes into every call of a client of the factory.</summary>
internal static class ClientCalls
{
    private static readonly InterceptorRegistration _direct = new(InterceptorScope.Channel, static _ => DirectCallInterceptor.Instance);

    /// <summary>Prepares every call of the client, and keeps the record's secrets out of the factory's log.</summary>
    /// <typeparam name="T">The record that comes into the calls.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <param name="prepare">Returns the options of a call with the record in them, given the services of the scope that the client came from.</param>
    /// <exception cref="InvalidOperationException">The builder is not that of a gRPC client.</exception>
    internal static IHttpClientBuilder Prepare<T>(IHttpClientBuilder builder, Func<CallOptions, IServiceProvider, CallOptions> prepare)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(prepare);
        builder.ConfigureChannel(_ => { }); // throws for any other client
        builder.RedactLoggedMetadata<T>();

        // After all that configures the client, so that a handler, limits or headers which are set later are there already.
        builder.Services.PostConfigure<GrpcClientFactoryOptions>(builder.Name, options =>
        {
            options.ChannelOptionsActions.Add(channel => channel.UseTypedMetadata());
            if (!options.InterceptorRegistrations.Contains(_direct))
            {
                options.InterceptorRegistrations.Add(_direct);
            }

            options.CallOptionsActions.Add(call => call.CallOptions = prepare(call.CallOptions, call.ServiceProvider));
        });
        return builder;
    }
}
