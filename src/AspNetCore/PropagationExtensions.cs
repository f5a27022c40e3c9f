using System.ComponentModel;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata;
using TypedMetadata.CompilerServices;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that forward the request metadata of a server call to the services that the server calls.</summary>
public static class PropagationExtensions
{
    private const string NotRequest =
        "This record is not request metadata, so it cannot be forwarded with a call. Add MetadataPositions.Request to its [GrpcMetadata].";

    /// <summary>
    /// Forwards a record of the current server call with every call of this client. Only the record's keys are forwarded, without its sensitive ones.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The record is read once for each server call, as <c>ReadRequestMetadata</c> reads it. If that fails, the client call throws <see cref="MetadataException"/>; if the
    /// handler does not catch it, the caller of the handler receives <c>INVALID_ARGUMENT</c>. All required keys must be present, including those that are not forwarded.
    /// </para>
    /// <para>
    /// Metadata given with a call takes precedence. The method also does what <c>AddRequestMetadata</c> does. To forward the deadline and the cancellation token, use
    /// <c>EnableCallContextPropagation()</c>. The current call is found through <see cref="IHttpContextAccessor"/>.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder does not belong to a gRPC client.</exception>
    public static IHttpClientBuilder PropagateRequestMetadata<T>(this IHttpClientBuilder builder)
        where T : IRequestMetadata<T> => builder.PropagateRequestMetadata<T>(_ => { });

    /// <inheritdoc cref="PropagateRequestMetadata{T}(IHttpClientBuilder)"/>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureOptions">A delegate that sets the options.</param>
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
        new($"'{T.Descriptor.Layout.Record}' cannot be forwarded because there is no current gRPC call. Make the call from a gRPC handler, or set SuppressContextNotFoundErrors in PropagateRequestMetadata<{T.Descriptor.Layout.Record}>(options => …).");
}
