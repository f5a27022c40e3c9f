using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Represents the trailing metadata of a call, which the server sends in the trailers. It reads records of that position only.</summary>
public readonly struct TrailingMetadataView
{
    private const string WrongPositionMessage =
        "This type is not trailing metadata. If it is initial metadata, read it with InitialMetadata().ReadAsync. Otherwise add MetadataPositions.Trailing to its [GrpcMetadata], or declare the type as a [GrpcMetadata(MetadataPositions.Trailing)] partial record.";

    private readonly object _call;
    private readonly CallMembers? _members;

    internal TrailingMetadataView(object call, CallMembers members)
    {
        _call = call;
        _members = members;
    }

    internal TrailingMetadataView(RpcException exception) => _call = exception;

    /// <summary>Reads a record from the trailing metadata. The call must have ended.</summary>
    /// <typeparam name="T">The record of trailing metadata.</typeparam>
    /// <returns>The record.</returns>
    /// <exception cref="MetadataException">A key is missing or its value is invalid. <see cref="MetadataException.Errors"/> contains one error for each problem.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended, or it ended without a response, for example because of a deadline, a cancellation or a lost connection.</exception>
    public T Read<T>()
        where T : ITrailingMetadata<T> =>
        Find(out Metadata trailers) is HttpResponseHeaders fields
            ? ResponseHeaderReader.Read<T>(fields, MetadataPositions.Trailing)
            : MetadataSource.Read<T>(trailers, MetadataPositions.Trailing);

    /// <summary>Tries to read a record from the trailing metadata, and returns the errors if that fails. The call must have ended.</summary>
    /// <typeparam name="T">The record of trailing metadata.</typeparam>
    /// <param name="value">The record, if the method returns true.</param>
    /// <param name="errors">All errors. The list is empty if the method returns true.</param>
    /// <returns>True if the record was read; false if a key is missing or a value is invalid.</returns>
    /// <exception cref="InvalidOperationException">The call has not ended, or it ended without a response.</exception>
    public bool TryRead<T>([NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors)
        where T : ITrailingMetadata<T> =>
        Find(out Metadata trailers) is HttpResponseHeaders fields
            ? ResponseHeaderReader.TryRead<T>(fields, out value!, out errors)
            : MetadataSource.TryRead<T>(trailers, out value!, out errors);

    /// <summary>Tries to read a record from the trailing metadata. The call must have ended.</summary>
    /// <typeparam name="T">The record of trailing metadata.</typeparam>
    /// <param name="value">The record, if the method returns true.</param>
    /// <returns>True if the record was read; false if a key is missing or a value is invalid.</returns>
    /// <exception cref="InvalidOperationException">The call has not ended, or it ended without a response.</exception>
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

    /// <summary>Reads the trailing metadata of a successful call.</summary>
    /// <exception cref="RpcException">The call failed, so its trailing metadata may differ from the contract.</exception>
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
                "Trailing metadata is not available because the call has not ended, or ended without a response. First await the response, or read the response stream to its end.", early);
        }
    }
}
