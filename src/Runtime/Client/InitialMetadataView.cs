using System.Net.Http.Headers;
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

    private readonly object _call;
    private readonly CallMembers _members;

    internal InitialMetadataView(object call, CallMembers members)
    {
        _call = call;
        _members = members;
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
        if (DirectCall.Behind(_call, _members, out Task<Metadata> headers) is DirectCall direct)
        {
            await direct.ArrivalAsync();
            if (direct.Initial() is HttpResponseHeaders fields)
            {
                return ResponseHeaderFields.Read<T>(fields, MetadataDirections.Initial);
            }

            headers = direct.InnerHeaders();
        }

        return MetadataSource.Read<T>(await InitialAsync(headers).ConfigureAwait(false), MetadataDirections.Initial);
    }

    /// <summary>Waits for the response headers and reads a record, or says everything that is wrong with the metadata.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <exception cref="RpcException">As <see cref="ReadAsync{T}()"/>: Try covers errors of the metadata, not failed calls.</exception>
    public async Task<MetadataResult<T>> TryReadAsync<T>()
        where T : IInitialMetadata<T>
    {
        if (DirectCall.Behind(_call, _members, out Task<Metadata> headers) is DirectCall direct)
        {
            await direct.ArrivalAsync();
            if (direct.Initial() is HttpResponseHeaders fields)
            {
                return MetadataResult<T>.Of(fields);
            }

            headers = direct.InnerHeaders();
        }

        return MetadataResult<T>.Of(await InitialAsync(headers).ConfigureAwait(false));
    }

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(Refusal, error: true)]
    public Task<T> ReadAsync<T>(WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(Refusal);

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(Refusal, error: true)]
    public Task<MetadataResult<T>> TryReadAsync<T>(WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(Refusal);

    // A call that ended in its headers has no initial metadata: its headers are trailers.
    private async Task<Metadata> InitialAsync(Task<Metadata> arriving)
    {
        Metadata headers = await arriving.ConfigureAwait(false);
        if (!TrailersOnly.IsMarked(headers, out bool succeeded))
        {
            return headers;
        }

        await CallEnd.ThrowIfFailedAsync(_call, _members, succeeded).ConfigureAwait(false);
        return [];
    }
}
