using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.Internal;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>The trailing metadata of a call that has ended. Only records of that position can be read.</summary>
public readonly struct TrailingMetadataView
{
    private const string WrongPositionMessage =
        "This type is not trailing metadata: read it with InitialMetadata().ReadAsync if it is initial, add MetadataPositions.Trailing to its [GrpcMetadata], or make it a [GrpcMetadata(MetadataPositions.Trailing)] partial record if it is none.";

    private readonly object _call;
    private readonly CallMembers? _members;

    internal TrailingMetadataView(object call, CallMembers members)
    {
        _call = call;
        _members = members;
    }

    internal TrailingMetadataView(RpcException exception) => _call = exception;

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <exception cref="MetadataException">A value is missing or invalid. The exception has every error.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended, or it ended without a response of the server: a deadline, a cancellation, a lost connection.</exception>
    public T Read<T>()
        where T : ITrailingMetadata<T> =>
        Find(out Metadata trailers) is HttpResponseHeaders fields
            ? ResponseHeaderReader.Read<T>(fields, MetadataPositions.Trailing)
            : MetadataSource.Read<T>(trailers, MetadataPositions.Trailing);

    /// <summary>Reads a record, or says everything that is wrong with the metadata.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="value">The record, when the result is true.</param>
    /// <param name="errors">Every error, empty when the result is true.</param>
    /// <exception cref="InvalidOperationException">As <see cref="Read{T}()"/>.</exception>
    public bool TryRead<T>([NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors)
        where T : ITrailingMetadata<T> =>
        Find(out Metadata trailers) is HttpResponseHeaders fields
            ? ResponseHeaderReader.TryRead<T>(fields, out value!, out errors)
            : MetadataSource.TryRead<T>(trailers, out value!, out errors);

    /// <summary>Reads a record, or returns false.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="value">The record, when the result is true.</param>
    /// <exception cref="InvalidOperationException">As <see cref="Read{T}()"/>.</exception>
    public bool TryRead<T>([NotNullWhen(true)] out T? value)
        where T : ITrailingMetadata<T> =>
        TryRead(out value, out _);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public T Read<T>(WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public bool TryRead<T>([NotNullWhen(true)] out T? value, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public bool TryRead<T>([NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Reads what a call sent that succeeded.</summary>
    /// <exception cref="RpcException">The call failed: what came with its status need not be what it declares.</exception>
    internal T ReadOfSuccess<T>()
        where T : ITrailingMetadata<T>
    {
        CallMembers members = _members!;
        try
        {
            if (members.Status(_call) is { StatusCode: not StatusCode.OK } status)
            {
                throw CallEnd.Failure(status, _call, members);
            }
        }
        catch (InvalidOperationException)
        {
            // The call has not ended, and reading says so.
        }

        return Read<T>();
    }

    // The fields of a direct call, or else the trailers.
    private HttpResponseHeaders? Find(out Metadata trailers)
    {
        if (_members is null)
        {
            trailers = ((RpcException)_call).Trailers;
            return null;
        }

        try
        {
            if (DirectCall.Behind(_call, _members, out trailers) is DirectCall direct)
            {
                if (direct.Trailing() is HttpResponseHeaders fields)
                {
                    return fields;
                }

                trailers = direct.InnerTrailers();
            }

            return null;
        }
        catch (InvalidOperationException early)
        {
            throw new InvalidOperationException(
                "There is no trailing metadata, since the call has not ended or ended without a response: await its response, or read its stream to the end, first.", early);
        }
    }
}
