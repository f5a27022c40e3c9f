using System.ComponentModel;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata;
using TypedMetadata.CompilerServices;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that send the request metadata of a server call on to the services that the server calls.</summary>
public static class PropagationExtensions
{
    private const string NotRequest =
        "This record is not request metadata, which is all that is sent on with a call: add MetadataPositions.Request to its [GrpcMetadata].";

    /// <summary>
    /// Sends a record of the current server call on with every call of the client. The record is read and checked as <c>ReadRequestMetadata</c> does, once a call, and
    /// written anew: keys that are not the record's are left out, and so are its sensitive keys.
    /// </summary>
    /// <remarks>
    /// It includes all that <c>AddRequestMetadata</c> does. What is given with a call wins. The deadline and cancellation are
    /// <c>EnableCallContextPropagation()</c>'s. A record that cannot be read throws <see cref="MetadataException"/> where the call is made. If nobody catches it, the
    /// server's own client receives <c>INVALID_ARGUMENT</c>. The current call is that of <see cref="IHttpContextAccessor"/>.
    /// </remarks>
    /// <typeparam name="T">The record. All its required keys must be present, those that are left out too.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <exception cref="InvalidOperationException">The builder is not that of a gRPC client.</exception>
    public static IHttpClientBuilder PropagateRequestMetadata<T>(this IHttpClientBuilder builder)
        where T : IRequestMetadata<T> => builder.PropagateRequestMetadata<T>(_ => { });

    /// <inheritdoc cref="PropagateRequestMetadata{T}(IHttpClientBuilder)"/>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureOptions">Sets the options.</param>
    public static IHttpClientBuilder PropagateRequestMetadata<T>(this IHttpClientBuilder builder, Action<RequestMetadataPropagationOptions> configureOptions)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureOptions);
        RequestMetadataPropagationOptions chosen = new();
        configureOptions(chosen);
        builder.Services.AddHttpContextAccessor();
        return ClientCalls.Prepare<T>(builder, (options, services) =>
            CurrentCall(services) is ServerCallContext context ? DefaultMetadata.AddTo(options, Read<T>(context), chosen.IncludeSensitive)
            : chosen.SuppressContextNotFoundErrors ? options
            : throw ContextNotFound<T>());
    }

    /// <summary>Rejects a record of another position.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotRequest, error: true)]
    public static IHttpClientBuilder PropagateRequestMetadata<T>(this IHttpClientBuilder builder, params WrongPosition[] none)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotRequest);

    /// <summary>Rejects a record of another position.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotRequest, error: true)]
    public static IHttpClientBuilder PropagateRequestMetadata<T>(
        this IHttpClientBuilder builder, Action<RequestMetadataPropagationOptions> configureOptions, params WrongPosition[] none)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotRequest);

    private static ServerCallContext? CurrentCall(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<IServerCallContextFeature>()?.ServerCallContext;

    private static T Read<T>(ServerCallContext context)
        where T : IRequestMetadata<T>
    {
        T record = context.ReadRequestMetadata<T>();
        if (ServerCall.TryGet(context, out ServerCall call))
        {
            call.EnsureState().KeepRead(record);
        }

        return record;
    }

    private static InvalidOperationException ContextNotFound<T>()
        where T : IRequestMetadata<T> =>
        new($"'{T.Descriptor.Layout.Record}' cannot be sent on because no gRPC call is being served here: make the call while one is, or set SuppressContextNotFoundErrors in PropagateRequestMetadata<{T.Descriptor.Layout.Record}>(options => …).");
}
