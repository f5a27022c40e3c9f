using Grpc.Core;
using TypedMetadata.Codecs;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>
/// The initial metadata of a call: what the server sent with its response headers. Only records of that direction can be read.
/// </summary>
public readonly struct InitialMetadataView
{
    private const string Refusal =
        "This record is not initial metadata: read it with TrailingMetadata().Read if it is trailing, or add MetadataDirections.Initial to its [GrpcMetadata].";

    private readonly CallEnd _end;
    private readonly Task<Metadata> _headers;

    internal InitialMetadataView(Task<Metadata> headers, CallEnd end)
    {
        _headers = headers;
        _end = end;
    }

    /// <summary>Waits for the response headers and reads a record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <exception cref="MetadataException">A value is missing or bad; all such errors are in it.</exception>
    /// <exception cref="RpcException">
    /// The call failed before there were headers, or ended in them (a Trailers-Only answer, an HTTP status other than 200): then there is
    /// no initial metadata. Ends of the second kind are only told apart on a channel with <c>UseTypedMetadata()</c>.
    /// </exception>
    public async Task<T> ReadAsync<T>()
        where T : IInitialMetadata<T>
    {
        Metadata headers = await _headers.ConfigureAwait(false);
        return MetadataSource.Read<T>(TrailersOnly.IsMarked(headers, out bool succeeded) ? await NoneAsync(succeeded).ConfigureAwait(false) : headers, MetadataDirections.Initial);
    }

    /// <summary>Waits for the response headers and reads a record, or says everything that is wrong with the metadata.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <exception cref="RpcException">As <see cref="ReadAsync{T}()"/>: Try covers errors of the metadata, not failed calls.</exception>
    public async Task<MetadataResult<T>> TryReadAsync<T>()
        where T : IInitialMetadata<T>
    {
        Metadata headers = await _headers.ConfigureAwait(false);
        return MetadataResult<T>.Of(TrailersOnly.IsMarked(headers, out bool succeeded) ? await NoneAsync(succeeded).ConfigureAwait(false) : headers);
    }

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(Refusal, error: true)]
    public Task<T> ReadAsync<T>(WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(Refusal);

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(Refusal, error: true)]
    public Task<MetadataResult<T>> TryReadAsync<T>(WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(Refusal);

    private async Task<Metadata> NoneAsync(bool succeeded)
    {
        await _end.ThrowIfFailedAsync(succeeded).ConfigureAwait(false);
        return [];
    }
}
