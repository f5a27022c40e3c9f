using System.ComponentModel;
using Microsoft.Extensions.Http;
using TypedMetadata;
using TypedMetadata.CompilerServices;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add typed metadata to the clients of <c>AddGrpcClient</c>.</summary>
public static class GrpcHttpClientBuilderExtensions
{
    private const string NotRequest =
        "This record is not request metadata, which is all that a client sends: to send it with every call, add MetadataPositions.Request to its [GrpcMetadata].";

    /// <summary>
    /// Adds a record to every call of the client. What is given with a call wins, key by key (as with <see cref="RequestMetadataInterceptor{T}"/>), and what
    /// was registered earlier wins over what was registered later.
    /// </summary>
    /// <remarks>
    /// It also installs <c>UseTypedMetadata()</c> on the client's channel, whatever handlers it has, and keeps the values of the record's sensitive keys out of the
    /// log of HTTP headers that the factory writes at Trace. What <c>RedactLoggedHeaders</c> redacts stays redacted. A value that cannot be written throws
    /// <see cref="MetadataException"/> where the call is made. Interceptors see the record among the call's headers.
    /// </remarks>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <param name="getMetadata">
    /// Gets the record. Called once for each call, on its caller's thread, with the services of the scope that the client came from. Null adds nothing.
    /// </param>
    /// <exception cref="InvalidOperationException">The builder is not that of a gRPC client.</exception>
    public static IHttpClientBuilder AddRequestMetadata<T>(this IHttpClientBuilder builder, Func<IServiceProvider, T?> getMetadata)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(getMetadata);
        return ClientCalls.Prepare<T>(builder, (options, services) => DefaultMetadata.AddTo(options, getMetadata(services)));
    }

    /// <summary>Adds a record that is awaited to every call of the client, such as one with a token that has to be fetched. What is given with a call wins, key by key.</summary>
    /// <remarks>
    /// It includes all that <see cref="AddRequestMetadata{T}(IHttpClientBuilder, Func{IServiceProvider, T})"/> does. A call starts when its record is there; until then it can be
    /// cancelled and disposed, and its deadline ends it. An error of the function, and a <see cref="MetadataException"/> of a value that cannot be written, is thrown where the call is
    /// awaited. Records that are awaited are added after those that are not. A blocking call blocks.
    /// </remarks>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <param name="getMetadata">
    /// Gets the record. Called once for each call, with the services of the scope that the client came from, and a token that is cancelled when the call ends. Null adds nothing.
    /// </param>
    /// <exception cref="InvalidOperationException">The builder is not that of a gRPC client.</exception>
    public static IHttpClientBuilder AddRequestMetadata<T>(this IHttpClientBuilder builder, Func<IServiceProvider, CancellationToken, ValueTask<T?>> getMetadata)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(getMetadata);
        return ClientCalls.PrepareAsync(builder, getMetadata);
    }

    /// <summary>
    /// Keeps the values of a record's sensitive keys out of the log of HTTP headers that the factory writes at Trace: of a response's records, and of
    /// those that are given with a call. <see cref="AddRequestMetadata{T}(IHttpClientBuilder, Func{IServiceProvider, T})"/> includes it.
    /// </summary>
    /// <remarks>What <c>RedactLoggedHeaders</c> redacts stays redacted, whichever is called first.</remarks>
    /// <typeparam name="T">The record, of any position.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> or <c>AddHttpClient</c> returned.</param>
    public static IHttpClientBuilder RedactLoggedMetadata<T>(this IHttpClientBuilder builder)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, SensitiveHeaders.Redact<T>);
        return builder;
    }

    /// <summary>Rejects a record of another position.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotRequest, error: true)]
    public static IHttpClientBuilder AddRequestMetadata<T>(this IHttpClientBuilder builder, Func<IServiceProvider, T?> getMetadata, params WrongPosition[] none)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotRequest);

    /// <summary>Rejects a record of another position.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotRequest, error: true)]
    public static IHttpClientBuilder AddRequestMetadata<T>(
        this IHttpClientBuilder builder, Func<IServiceProvider, CancellationToken, ValueTask<T?>> getMetadata, params WrongPosition[] none)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotRequest);
}
