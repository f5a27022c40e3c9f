using Grpc.Core;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Puts request metadata into the options of a call.</summary>
public static class CallOptionsExtensions
{
    private const string Refusal =
        "This record is not request metadata, which is all that a client sends: to send it with a call, add MetadataDirections.Request to its [GrpcMetadata].";

    /// <summary>
    /// The options with a record in their headers: its keys, and former names of them (<c>ReadAlso</c>), replace any that are there, and a null property removes
    /// its key. The headers that the options had are copied, never changed.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="options">The options, with headers or without.</param>
    /// <param name="value">The record. Everything is checked now.</param>
    /// <exception cref="MetadataException">A value cannot be written; all such errors are in it.</exception>
    public static CallOptions WithMetadata<T>(this CallOptions options, T value)
        where T : IRequestMetadata<T> =>
        options.WithHeaders(CallHeaders.With(options.Headers, value));

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(Refusal, error: true)]
    public static CallOptions WithMetadata<T>(this CallOptions options, T value, WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(Refusal);
}
