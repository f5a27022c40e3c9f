using Grpc.Core;
using Grpc.Core.Interceptors;
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
        Check<T>(builder);
        return Configure(builder, options => options.CallOptionsActions.Add(call => call.CallOptions = prepare(call.CallOptions, call.ServiceProvider)));
    }

    /// <summary>Prepares every call of the client with a record that is awaited, before any interceptor sees the call.</summary>
    /// <exception cref="InvalidOperationException">The builder is not that of a gRPC client.</exception>
    internal static IHttpClientBuilder PrepareAsync<T>(IHttpClientBuilder builder, Func<IServiceProvider, CancellationToken, ValueTask<T?>> getMetadata)
        where T : IRequestMetadata<T>
    {
        Check<T>(builder);
        return Configure(builder, options =>
        {
            int before = options.InterceptorRegistrations.Count(static one => one is AsyncRegistration);
            options.InterceptorRegistrations.Insert(before, new AsyncRegistration(services => new AsyncMetadataInterceptor<T>(services, getMetadata)));
        });
    }

    private static void Check<T>(IHttpClientBuilder builder)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureChannel(_ => { }); // throws for any other client
        builder.RedactLoggedMetadata<T>();
    }

    // After all that configures the client, so that a handler, limits or headers which are set later are there already.
    private static IHttpClientBuilder Configure(IHttpClientBuilder builder, Action<GrpcClientFactoryOptions> configure)
    {
        builder.Services.PostConfigure<GrpcClientFactoryOptions>(builder.Name, options =>
        {
            options.ChannelOptionsActions.Add(channel => channel.UseTypedMetadata());
            if (!options.InterceptorRegistrations.Contains(_direct))
            {
                options.InterceptorRegistrations.Add(_direct);
            }

            configure(options);
        });
        return builder;
    }

    /// <summary>The place of our interceptors among others: first, in the order in which they were registered.</summary>
    private sealed class AsyncRegistration(Func<IServiceProvider, Interceptor> creator) : InterceptorRegistration(InterceptorScope.Client, creator);
}
