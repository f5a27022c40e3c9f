using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Makes exceptions that carry a record.</summary>
public static class StatusExtensions
{
    private const string WrongPositionMessage =
        "This type is not trailing metadata, which is all that goes with a status: add MetadataPositions.Trailing to its [GrpcMetadata], or make it a [GrpcMetadata(MetadataPositions.Trailing)] partial record if it is none.";

    /// <summary>
    /// Makes an exception with a record among its trailers, where no <see cref="ServerCallContext"/> is at hand. The status stands whatever the record holds: a value that cannot be
    /// written costs its own key, and a server with <c>AddTypedMetadata()</c> logs a warning about it when the exception leaves the handler. There the record's keys
    /// replace those that <c>SetTrailingMetadata</c> set before.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="status">How the call ends.</param>
    /// <param name="value">The record. When its <c>Validate</c> rejects it as a whole, nothing of it is sent.</param>
    public static RpcException ToRpcException<T>(this Status status, T value)
        where T : ITrailingMetadata<T>
    {
        MetadataWriter writer = MetadataWriter.Writable(value, encodesBase64: false, out List<MetadataError> errors);
        Metadata trailers = WireEntries.Of(in writer);
        RecordTrailers.Note(trailers, DescriptorOf<T>.Value.Layout, errors);
        return new RpcException(status, trailers);
    }

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static RpcException ToRpcException<T>(this Status status, T value, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);
}
