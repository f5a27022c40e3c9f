namespace TypedMetadata;

/// <summary>
/// Puts the metadata of a channel's calls on the wire as the gRPC specification says, whoever set it: <c>-bin</c> values unpadded
/// and the values of one key in one field; a value that would close the connection fails its own call alone; answers that ended in
/// their headers are marked for the typed views; no redirect is followed. <c>UseTypedMetadata()</c> installs it.
/// </summary>
/// <remarks>
/// The mark is the response header <c>x-typedmetadata-trailers-only</c>, which code that reads raw response headers sees too, and raw
/// trailers of such an answer.
/// Outside a <c>GrpcWebHandler</c>.
/// </remarks>
public sealed class TypedMetadataHandler : DelegatingHandler
{
    private bool _redirectsRefused;

    /// <summary>Makes a handler whose inner handler is set by whoever builds the chain.</summary>
    public TypedMetadataHandler()
    {
    }

    /// <summary>Makes a handler around another.</summary>
    /// <param name="innerHandler">The next handler towards the network.</param>
    public TypedMetadataHandler(HttpMessageHandler innerHandler)
        : base(innerHandler)
    {
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Prepare(request);
        HttpResponseMessage response = base.Send(request, cancellationToken);
        TrailersOnly.SetMark(response);
        return response;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Prepare(request);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        TrailersOnly.SetMark(response);
        return response;
    }

    private void Prepare(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!_redirectsRefused)
        {
            Redirects.Refuse(InnerHandler);
            _redirectsRefused = true;
        }

        RequestFields.StopBadValues(request.Headers);
        RequestFields.JoinValues(request.Headers);
    }
}
