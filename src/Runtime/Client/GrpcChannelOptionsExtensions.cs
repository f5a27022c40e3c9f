using Grpc.Net.Client;

namespace TypedMetadata;

/// <summary>Makes a channel's calls carry metadata as the specification says.</summary>
public static class GrpcChannelOptionsExtensions
{
    /// <summary>
    /// Installs <see cref="TypedMetadataHandler"/> outside the channel's handler, or outside grpc-dotnet's default one where none is set.
    /// Calling it again changes nothing but what is configured.
    /// </summary>
    /// <remarks>
    /// A default handler made here lives as long as the options; its connections close when they have been idle. Redirects are switched
    /// off in the handler at the network end. <c>ConnectCallback</c> is left alone, so client load balancing works.
    /// </remarks>
    /// <param name="options">The channel's options. Set <see cref="GrpcChannelOptions.LoggerFactory"/> first if it is to be used.</param>
    /// <param name="configure">Sets limits and the like.</param>
    /// <exception cref="InvalidOperationException">
    /// <see cref="GrpcChannelOptions.HttpClient"/> is set, or the handler follows redirects and has been used already.
    /// </exception>
    public static GrpcChannelOptions UseTypedMetadata(this GrpcChannelOptions options, Action<TypedMetadataClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.HttpClient is not null)
        {
            throw new InvalidOperationException(
                "UseTypedMetadata() cannot reach into an HttpClient: set HttpHandler instead, or give the HttpClient a TypedMetadataHandler and leave this call out.");
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
