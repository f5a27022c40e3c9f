using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Extension methods that add request metadata to <see cref="CallOptions"/>.</summary>
public static class CallOptionsExtensions
{
    private const string WrongPositionMessage =
        "This type is not request metadata, so a client cannot send it. Add MetadataPositions.Request to its [GrpcMetadata], or declare the type as a [GrpcMetadata] partial record.";

    /// <summary>
    /// Returns a copy of the call options that has a record in its headers. The keys of the record replace existing headers with the same keys.
    /// </summary>
    /// <remarks>The former names of a key (<c>Aliases</c>) are replaced too. The headers of the original options are not changed.</remarks>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="options">The options of the call.</param>
    /// <param name="value">The record. A null property removes its key.</param>
    /// <returns>The new options.</returns>
    /// <exception cref="MetadataException">A value cannot be written. <see cref="MetadataException.Errors"/> contains one error for each problem.</exception>
    public static CallOptions WithMetadata<T>(this CallOptions options, T value)
        where T : IRequestMetadata<T> =>
        options.WithHeaders(CallHeaders.With(options.Headers, value));

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static CallOptions WithMetadata<T>(this CallOptions options, T value, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);
}
