using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Extension methods that create exceptions with trailing metadata.</summary>
public static class StatusExtensions
{
    private const string WrongPositionMessage =
        "This type is not trailing metadata, so it cannot be sent with a status. Add MetadataPositions.Trailing to its [GrpcMetadata], or declare the type as a [GrpcMetadata(MetadataPositions.Trailing)] partial record.";

    /// <summary>
    /// Creates an <see cref="RpcException"/> with a status and a record in its trailing metadata. Values that cannot be written are left out.
    /// </summary>
    /// <remarks>
    /// Use it where there is no <see cref="ServerCallContext"/>. On a server with <c>AddTypedMetadata()</c>, the keys of the record replace those that <c>SetTrailingMetadata</c>
    /// set before, and a warning is logged for each key that was left out.
    /// </remarks>
    /// <typeparam name="T">The record of trailing metadata.</typeparam>
    /// <param name="status">The status of the call.</param>
    /// <param name="value">The record. If <c>Validate</c> reports an error without a key, none of the keys are sent.</param>
    /// <returns>The exception, to be thrown.</returns>
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
