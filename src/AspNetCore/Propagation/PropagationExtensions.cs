using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Sends what a server was sent on to the services that it calls.</summary>
public static class PropagationExtensions
{
    private const string Refusal =
        "This record is not request metadata, which is all that goes on with a call: add MetadataDirections.Request to its [GrpcMetadata].";

    /// <summary>
    /// Sends a record of the current server call on with every call of the client. It is read and checked as <c>ReadRequestMetadata</c> does, once a call, and
    /// written anew: keys that are not the record's stay behind, and of its own the sensitive ones do too.
    /// </summary>
    /// <remarks>
    /// It does all that <c>AddRequestMetadata</c> does; what is given with a call wins. The deadline and cancellation are
    /// <c>EnableCallContextPropagation()</c>'s. A record that cannot be read throws <see cref="MetadataException"/> where the call is made; left alone it answers
    /// the server's own client <c>INVALID_ARGUMENT</c>.
    /// The current call is that of <see cref="IHttpContextAccessor"/>.
    /// </remarks>
    /// <typeparam name="T">The record. All its required keys must have come, those that stay behind too.</typeparam>
    /// <param name="builder">What <c>AddGrpcClient</c> answered.</param>
    /// <param name="includeSensitive">Whether sensitive keys go on.</param>
    /// <param name="outsideCall">What becomes of a call that is made while no gRPC call is served: from a background service, or in an ordinary HTTP request.</param>
    /// <exception cref="InvalidOperationException">The builder is not that of a gRPC client.</exception>
    public static IHttpClientBuilder PropagateRequestMetadata<T>(this IHttpClientBuilder builder, bool includeSensitive = false, OutsideCall outsideCall = OutsideCall.Throw)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        return ClientCalls.Prepare<T>(builder, (options, services) =>
            CurrentCall(services) is ServerCallContext context ? DefaultMetadata.AddTo(options, Read<T>(context), includeSensitive)
            : outsideCall == OutsideCall.SendNothing ? options
            : throw Outside<T>());
    }

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(Refusal, error: true)]
    public static IHttpClientBuilder PropagateRequestMetadata<T>(
        this IHttpClientBuilder builder, bool includeSensitive = false, OutsideCall outsideCall = OutsideCall.Throw, params WrongDirection[] none)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(Refusal);

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

    private static InvalidOperationException Outside<T>()
        where T : IRequestMetadata<T> =>
        new($"'{T.Layout.Record}' cannot be sent on, since no gRPC call is being served here: make the call while one is, or write PropagateRequestMetadata<{T.Layout.Record}>(outsideCall: OutsideCall.SendNothing).");
}
