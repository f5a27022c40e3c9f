using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Adds typed metadata to the clients of <c>AddGrpcClient</c>.</summary>
public static class GrpcClientBuilderExtensions
{
    private const string Refusal =
        "This record is not request metadata, which is all that a client sends: to send it with every call, add MetadataDirections.Request to its [GrpcMetadata].";

    /// <summary>
    /// Adds a record to every call of the client. What is given with a call wins, key by key (as with <see cref="RequestMetadataInterceptor{T}"/>), and what
    /// was registered earlier wins over what was registered later.
    /// </summary>
    /// <remarks>
    /// It also installs <c>UseTypedMetadata()</c> on the client's channel, whatever handlers it has, and keeps the values of the record's sensitive keys out of the
    /// log of HTTP headers that the factory writes at Trace; what <c>RedactLoggedHeaders</c> keeps out stays out as well. A value that cannot be written throws
    /// <see cref="MetadataException"/> where the call is made. Interceptors see the record among the call's headers.
    /// </remarks>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="builder">What <c>AddGrpcClient</c> answered.</param>
    /// <param name="record">
    /// Asked once for each call, on its caller's thread, with the services of the scope that the client came from. Null adds nothing.
    /// </param>
    /// <param name="includeSensitive">Whether sensitive keys are sent; one that is left out may hold anything.</param>
    /// <exception cref="InvalidOperationException">The builder is not that of a gRPC client.</exception>
    public static IHttpClientBuilder AddRequestMetadata<T>(this IHttpClientBuilder builder, Func<IServiceProvider, T?> record, bool includeSensitive = true)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(record);
        return ClientCalls.Prepare<T>(builder, (options, services) => DefaultMetadata.AddTo(options, record(services), includeSensitive));
    }

    /// <summary>
    /// Keeps the values of a record's sensitive keys out of the log of HTTP headers that the factory writes at Trace: of an answer's records, and of
    /// those that are given with a call. <see cref="AddRequestMetadata{T}(IHttpClientBuilder, Func{IServiceProvider, T}, bool)"/> does it of its own.
    /// </summary>
    /// <remarks>What <c>RedactLoggedHeaders</c> keeps out stays out as well, whichever is called first.</remarks>
    /// <typeparam name="T">The record, of any direction.</typeparam>
    /// <param name="builder">What <c>AddGrpcClient</c> or <c>AddHttpClient</c> answered.</param>
    public static IHttpClientBuilder RedactLoggedMetadata<T>(this IHttpClientBuilder builder)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, SensitiveHeaders.Redact<T>);
        return builder;
    }

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(Refusal, error: true)]
    public static IHttpClientBuilder AddRequestMetadata<T>(
        this IHttpClientBuilder builder, Func<IServiceProvider, T?> record, bool includeSensitive = true, params WrongDirection[] none)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(Refusal);
}
