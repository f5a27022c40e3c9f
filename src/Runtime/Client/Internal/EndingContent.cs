using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Wraps the content of a response and repairs the trailers at its end, before they are read.</summary>
internal sealed class EndingContent : HttpContent
{
    private static Type? _opensImmediately;
    private readonly HttpContent _inner;
    private readonly HttpResponseMessage _response;
    private readonly bool _isOutermost;
    private volatile bool _isDisposed;

    /// <summary>Whether the headers of the inner content are shared, so that they need not be copied.</summary>
    internal static bool SharesHeaders { get; } = PrivateMembers.MayBeUsed && Probe();

    /// <summary>Wraps the content of a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="isOutermost">Whether no other handler reads the trailers before Grpc.Net.Client.</param>
    internal EndingContent(HttpResponseMessage response, bool isOutermost)
    {
        _isOutermost = isOutermost;
        _inner = response.Content;
        _response = response;
        if (SharesHeaders)
        {
            HeadersOf(this) = _inner.Headers;
            return;
        }

        foreach ((string key, HeaderStringValues values) in _inner.Headers.NonValidated)
        {
            // If a single value were added as a list, it would be stored as a list.
            if (values.Count == 1)
            {
                Headers.TryAddWithoutValidation(key, values.ToString());
            }
            else
            {
                Headers.TryAddWithoutValidation(key, values);
            }
        }
    }

    /// <summary>Repairs the trailers and records the traced ones.</summary>
    internal void ReceiveTrailers()
    {
        ResponseRepair.RepairTrailers(_response.TrailingHeaders, ResponseNotes.Carrier(_isOutermost));
        ClientTracing.Receive(_response.RequestMessage, _response.TrailingHeaders);
    }

    /// <inheritdoc/>
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new EndingStream(_inner.ReadAsStream(cancellationToken), this);

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (OpensImmediately(_inner))
            {
                return Task.FromResult<Stream>(new EndingStream(_inner.ReadAsStream(cancellationToken), this));
            }

            Task<Stream> opening = _inner.ReadAsStreamAsync(cancellationToken);
            return opening.IsCompletedSuccessfully ? Task.FromResult<Stream>(new EndingStream(opening.Result, this)) : OpenAsync(opening);
        }
        catch (ObjectDisposedException disposed) when (_isDisposed)
        {
            return Task.FromException<Stream>(Cancelled(disposed));
        }
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await _inner.CopyToAsync(stream, context, cancellationToken).ConfigureAwait(false);
        ReceiveTrailers();
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    // Grpc.Net.Client disposes the response of a canceled call, possibly just before it reads the stream. The base class would then throw
    // ObjectDisposedException, and the call would end with INTERNAL instead of CANCELLED. The inner content disposes the stream.
    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _isDisposed = true;
            _inner.Dispose();
        }
    }

    private async Task<Stream> OpenAsync(Task<Stream> opening)
    {
        try
        {
            return new EndingStream(await opening.ConfigureAwait(false), this);
        }
        catch (ObjectDisposedException disposed) when (_isDisposed)
        {
            throw Cancelled(disposed);
        }
    }

    // The content types of HttpClient open their stream without waiting for data. Their asynchronous method would allocate a task. In a browser, only that method works.
    private static bool OpensImmediately(HttpContent content)
    {
        Type type = content.GetType();
        if (type == _opensImmediately)
        {
            return true;
        }

        bool isOfHttpClient = type.Assembly == typeof(HttpContent).Assembly && !OperatingSystem.IsBrowser();
        _opensImmediately = isOfHttpClient ? type : _opensImmediately;
        return isOfHttpClient;
    }

    private static bool Probe()
    {
        try
        {
            using ByteArrayContent inner = new([]);
            using ByteArrayContent outer = new([]);
            HeadersOf(outer) = inner.Headers;
            return ReferenceEquals(outer.Headers, inner.Headers);
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_headers")]
    private static extern ref HttpContentHeaders? HeadersOf(HttpContent content);

    private static OperationCanceledException Cancelled(ObjectDisposedException disposed) => new("The call was canceled while its response was received.", disposed);
}
