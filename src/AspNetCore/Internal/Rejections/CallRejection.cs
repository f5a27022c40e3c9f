using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The rejection of a call whose request metadata cannot be read.</summary>
/// <param name="subject">The start of the message.</param>
/// <param name="call">The call, to recognize exceptions of other calls.</param>
/// <param name="keys">The errors of all keys.</param>
internal sealed class CallRejection(string subject, CallState? call, IReadOnlyList<RejectedKey> keys)
{
    // The call itself is not stored, because an exception may outlive it, and its HttpContext is reused for other calls.
    private readonly object? _call = call?.Identity;

    /// <summary>The status and the details that the client receives.</summary>
    internal (Status Status, byte[]? Details) Response { get; } = RejectionStatus.Of(subject, keys);

    /// <summary>Returns the exception for one record.</summary>
    internal static MetadataException ToException<T>(CallState? call, IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T> => new CallRejection(RecordReading.Subject<T>(MetadataPositions.Request), call, RejectedKey.Of<T>(errors)).ToException();

    /// <summary>Returns the rejection of an exception if it belongs to this call; otherwise, null.</summary>
    internal static CallRejection? In(MetadataException exception, CallState? current) =>
        exception.Rejection is CallRejection { _call: not null } rejection && ReferenceEquals(rejection._call, current?.Identity) ? rejection : null;

    internal MetadataException ToException() => new(subject, MetadataPositions.Request, [.. keys.Select(key => key.Error)]) { Rejection = this };
}
