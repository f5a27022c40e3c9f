using System.ComponentModel;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Represents the initial metadata of a call, which the server sends in the response headers. It reads records of that position only.
/// </summary>
public readonly struct InitialMetadataView
{
    private const string WrongPositionMessage =
        "This type is not initial metadata. If it is trailing metadata, read it with TrailingMetadata().Read. Otherwise add MetadataPositions.Initial to its [GrpcMetadata], or declare the type as a [GrpcMetadata(MetadataPositions.Initial)] partial record.";

    private const string NotAwaitedMessage = "Initial metadata is read asynchronously. Use await ReadAsync<T>().";

    private readonly object _call;
    private readonly CallMembers _members;

    internal InitialMetadataView(object call, CallMembers members)
    {
        _call = call;
        _members = members;
    }

    /// <summary>Waits for the response headers and reads a record from them.</summary>
    /// <typeparam name="T">The record of initial metadata.</typeparam>
    /// <returns>The record.</returns>
    /// <exception cref="MetadataException">A key is missing or its value is invalid. <see cref="MetadataException.Errors"/> contains one error for each problem.</exception>
    /// <exception cref="RpcException">
    /// The call failed before the response headers arrived, or with a Trailers-Only response or an HTTP status other than 200, which have no initial metadata. The latter two
    /// are detected only on a channel with <c>UseTypedMetadata()</c>.
    /// </exception>
    public Task<T> ReadAsync<T>()
        where T : IInitialMetadata<T> =>
        DirectCall.Behind(_call, _members, out Task<Metadata> headers) is DirectCall direct ? ReadAsync<T>(direct) : ReadAsync<T>(headers);

    /// <summary>Waits for the response headers and tries to read a record from them. The result contains the errors if that fails.</summary>
    /// <typeparam name="T">The record of initial metadata.</typeparam>
    /// <returns>The record, or the errors of the metadata.</returns>
    /// <exception cref="RpcException">The call failed, as described at <see cref="ReadAsync{T}()"/>. The method does not throw for errors of the metadata, but throws for failed calls.</exception>
    public Task<MetadataResult<T>> TryReadAsync<T>()
        where T : IInitialMetadata<T> =>
        DirectCall.Behind(_call, _members, out Task<Metadata> headers) is DirectCall direct ? TryReadAsync<T>(direct) : TryReadAsync<T>(headers);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public Task<T> ReadAsync<T>(WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public Task<MetadataResult<T>> TryReadAsync<T>(WrongPosition? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects reading without waiting.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotAwaitedMessage, error: true)]
    public T Read<T>() => throw new NotSupportedException(NotAwaitedMessage);

    [AsyncMethodBuilder(typeof(ObservedTaskBuilder<>))]
    private static async Task<T> ReadAsync<T>(DirectCall direct)
        where T : IInitialMetadata<T>
    {
        await direct.ArrivalAsync();
        return direct.Initial() is HttpResponseHeaders fields
            ? ResponseHeaderReader.Read<T>(fields, MetadataPositions.Initial)
            : await direct.InnerInitialMetadata.ReadAsync<T>().ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(ObservedTaskBuilder<>))]
    private async Task<T> ReadAsync<T>(Task<Metadata> headers)
        where T : IInitialMetadata<T>
    {
        Metadata initial = await InitialAsync(headers).ConfigureAwait(false);
        return MetadataSource.TryRead<T>(initial, out T? value, out IReadOnlyList<MetadataError> errors)
            ? value
            : throw new MetadataException(RecordReading.Subject<T>(MetadataPositions.Initial), MetadataPositions.Initial, errors, await CallEnd.HiddenStatusAsync(initial, _call, _members).ConfigureAwait(false));
    }

    [AsyncMethodBuilder(typeof(ObservedTaskBuilder<>))]
    private static async Task<MetadataResult<T>> TryReadAsync<T>(DirectCall direct)
        where T : IInitialMetadata<T>
    {
        await direct.ArrivalAsync();
        return direct.Initial() is HttpResponseHeaders fields
            ? MetadataResult<T>.Of(fields)
            : await direct.InnerInitialMetadata.TryReadAsync<T>().ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(ObservedTaskBuilder<>))]
    private async Task<MetadataResult<T>> TryReadAsync<T>(Task<Metadata> headers)
        where T : IInitialMetadata<T> =>
        MetadataResult<T>.Of(await InitialAsync(headers).ConfigureAwait(false));

    // A call that ended in its headers has no initial metadata: its headers are trailers.
    private async Task<Metadata> InitialAsync(Task<Metadata> arriving)
    {
        Metadata headers = await arriving.ConfigureAwait(false);
        if (ResponseNotes.Of(headers) is not { HasEndedInHeaders: true } notes)
        {
            return headers;
        }

        await CallEnd.ThrowIfFailedAsync(_call, _members, notes.HasSucceeded).ConfigureAwait(false);
        return [];
    }
}
