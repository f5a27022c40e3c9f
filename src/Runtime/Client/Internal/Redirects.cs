namespace TypedMetadata;

/// <summary>Disables HTTP redirects. gRPC has no redirects, and 307 and 308 would send all metadata to another origin.</summary>
internal static class Redirects
{
    /// <summary>Disables redirects in the innermost handler.</summary>
    /// <exception cref="InvalidOperationException">The handler follows redirects and has already been used.</exception>
    internal static void Reject(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        try
        {
            switch (handler)
            {
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    break;
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
            }
        }
        catch (InvalidOperationException inUse) when (FollowsRedirects(handler)) // else another call of this chain was faster
        {
            throw new InvalidOperationException(
                $"The {handler!.GetType().Name} follows redirects, which could send metadata to another origin, and has already been used. Set AllowAutoRedirect to false when you create it.", inUse);
        }
    }

    private static bool FollowsRedirects(HttpMessageHandler? handler) =>
        handler is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true };
}
