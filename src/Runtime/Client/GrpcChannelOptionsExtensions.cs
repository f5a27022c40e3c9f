using Grpc.Net.Client;

namespace TypedMetadata;

/// <summary>Extension methods that add typed metadata to a channel.</summary>
public static class GrpcChannelOptionsExtensions
{
    /// <summary>
    /// Adds <see cref="TypedMetadataHandler"/> to the handlers of the channel, so that its calls send and receive metadata as the gRPC specification requires.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The handler is added around <see cref="GrpcChannelOptions.HttpHandler"/>, or around a new <see cref="SocketsHttpHandler"/> if there is none. Redirects are disabled in
    /// the innermost handler. <c>ConnectCallback</c> is not changed, so client-side load balancing works.
    /// </para>
    /// <para>Calling the method again adds no second handler, but runs <paramref name="configure"/>.</para>
    /// </remarks>
    /// <param name="options">The options of the channel. Set <see cref="GrpcChannelOptions.LoggerFactory"/> before you call this method to receive warnings about large metadata.</param>
    /// <param name="configure">A delegate that sets the options of the handler, or null.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="InvalidOperationException">
    /// <see cref="GrpcChannelOptions.HttpClient"/> is set, or the innermost handler follows redirects and has already been used.
    /// </exception>
    public static GrpcChannelOptions UseTypedMetadata(this GrpcChannelOptions options, Action<TypedMetadataClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.HttpClient is not null)
        {
            throw new InvalidOperationException(
                "UseTypedMetadata() cannot add a handler to an HttpClient. Set HttpHandler instead, or create the HttpClient with a TypedMetadataHandler and do not call UseTypedMetadata().");
        }

        if (FindTypedMetadata(options.HttpHandler) is not TypedMetadataHandler handler)
        {
            HttpMessageHandler inner = options.HttpHandler ?? new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
            handler = new TypedMetadataHandler(new TypedMetadataClientOptions(), options.LoggerFactory) { InnerHandler = inner };
            options.HttpHandler = handler;
        }

        handler.UseIn(options);
        configure?.Invoke(handler.Options);
        handler.PrepareChain();
        return options;
    }

    private static TypedMetadataHandler? FindTypedMetadata(HttpMessageHandler? handler)
    {
        for (; handler is DelegatingHandler outer; handler = outer.InnerHandler)
        {
            if (outer is TypedMetadataHandler typed)
            {
                return typed;
            }
        }

        return null;
    }
}
