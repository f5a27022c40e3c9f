using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetadata;

/// <summary>Adds a record to every call of a client of the client factory.</summary>
internal static class ClientCalls
{
    private static readonly InterceptorRegistration _direct = new(InterceptorScope.Channel, static _ => new DirectCallInterceptor());

    /// <summary>Changes the options of every call of the client, and redacts the record's sensitive keys in the factory's log.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <param name="prepare">Returns the options of a call with the record added. Its arguments are the options and the service provider of the client's scope.</param>
    /// <exception cref="InvalidOperationException">The builder does not belong to a gRPC client.</exception>
    internal static IHttpClientBuilder Prepare<T>(IHttpClientBuilder builder, Func<CallOptions, IServiceProvider, CallOptions> prepare)
        where T : IRequestMetadata<T>
    {
        Check<T>(builder);
        return Configure(builder, options => options.CallOptionsActions.Add(call => call.CallOptions = prepare(call.CallOptions, call.ServiceProvider)));
    }

    /// <summary>Adds an asynchronously created record to every call of the client, before other interceptors run.</summary>
    /// <exception cref="InvalidOperationException">The builder does not belong to a gRPC client.</exception>
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

    // PostConfigure runs after all other configuration of the client, so that handlers and limits that are set later are included.
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

    /// <summary>Marks our interceptors. They come before other interceptors, in the order of their registration.</summary>
    private sealed class AsyncRegistration(Func<IServiceProvider, Interceptor> creator) : InterceptorRegistration(InterceptorScope.Client, creator);
}
