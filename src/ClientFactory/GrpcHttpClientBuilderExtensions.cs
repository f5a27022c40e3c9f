using System.ComponentModel;
using Microsoft.Extensions.Http;
using TypedMetadata;
using TypedMetadata.CompilerServices;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add typed metadata to clients that <c>AddGrpcClient</c> registers.</summary>
public static class GrpcHttpClientBuilderExtensions
{
    private const string NotRequest =
        "This record is not request metadata, so a client cannot send it. Add MetadataPositions.Request to its [GrpcMetadata].";

    /// <summary>
    /// Adds a record of request metadata to every call of this client. Keys that are given with a call take precedence.
    /// </summary>
    /// <remarks>
    /// <para>
    /// If several registrations set the same key, the earliest one takes precedence. If a value cannot be written, the call throws <see cref="MetadataException"/>.
    /// Interceptors see the record in the headers of the call.
    /// </para>
    /// <para>
    /// The method also calls <c>UseTypedMetadata()</c> on the channel, and calls <see cref="RedactLoggedMetadata{T}(IHttpClientBuilder)"/> for the record.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <param name="getMetadata">
    /// A delegate that returns the record, or null to add nothing. It runs once for each call, on the thread of the caller. Its argument is the service provider of the
    /// scope that the client was resolved from.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder does not belong to a gRPC client.</exception>
    public static IHttpClientBuilder AddRequestMetadata<T>(this IHttpClientBuilder builder, Func<IServiceProvider, T?> getMetadata)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(getMetadata);
        return ClientCalls.Prepare<T>(builder, (options, services) => DefaultMetadata.AddTo(options, getMetadata(services)));
    }

    /// <summary>
    /// Adds a record that is created asynchronously, such as one with an access token, to every call of this client. Keys that are given with a call take precedence.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A call starts when its record is available. Until then you can cancel or dispose the call, and its deadline applies. An exception of the delegate, and a
    /// <see cref="MetadataException"/> if a value cannot be written, is thrown where the call is awaited. A blocking call blocks its thread.
    /// </para>
    /// <para>
    /// Records of this overload are added after those of <see cref="AddRequestMetadata{T}(IHttpClientBuilder, Func{IServiceProvider, T})"/>. Like that overload, the method
    /// also calls <c>UseTypedMetadata()</c> on the channel and <see cref="RedactLoggedMetadata{T}(IHttpClientBuilder)"/> for the record.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> returned.</param>
    /// <param name="getMetadata">
    /// A delegate that returns the record, or null to add nothing. It runs once for each call. Its arguments are the service provider of the scope that the client was
    /// resolved from, and a token that is canceled when the call ends.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder does not belong to a gRPC client.</exception>
    public static IHttpClientBuilder AddRequestMetadata<T>(this IHttpClientBuilder builder, Func<IServiceProvider, CancellationToken, ValueTask<T?>> getMetadata)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(getMetadata);
        return ClientCalls.PrepareAsync(builder, getMetadata);
    }

    /// <summary>
    /// Redacts the sensitive keys of a record in the HTTP headers that <c>IHttpClientFactory</c> logs at level Trace.
    /// </summary>
    /// <remarks>
    /// Call it for records of responses and for records that are given with a call. <c>AddRequestMetadata</c> and <c>PropagateRequestMetadata</c> call it for their records.
    /// Headers that <c>RedactLoggedHeaders</c> redacts stay redacted, whichever method is called first.
    /// </remarks>
    /// <typeparam name="T">The record, of any position.</typeparam>
    /// <param name="builder">The builder that <c>AddGrpcClient</c> or <c>AddHttpClient</c> returned.</param>
    /// <returns>The same builder.</returns>
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
