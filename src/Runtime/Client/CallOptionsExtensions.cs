using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Puts request metadata into the options of a call.</summary>
public static class CallOptionsExtensions
{
    private const string WrongPositionMessage =
        "This type is not request metadata, which is all that a client sends: add MetadataPositions.Request to its [GrpcMetadata], or make it a [GrpcMetadata] partial record if it is none.";

    /// <summary>
    /// The options with a record in their headers: its keys, and former names of them (<c>Aliases</c>), replace any that are there, and a null property removes
    /// its key. The headers that the options had are copied, never changed.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="options">The options, with headers or without.</param>
    /// <param name="value">The record. Everything is checked now.</param>
    /// <exception cref="MetadataException">A value cannot be written. The exception has every error.</exception>
    public static CallOptions WithMetadata<T>(this CallOptions options, T value)
        where T : IRequestMetadata<T> =>
        options.WithHeaders(CallHeaders.With(options.Headers, value));

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static CallOptions WithMetadata<T>(this CallOptions options, T value, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);
}
