using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The rejection of one call, whose request metadata could not be read.</summary>
/// <param name="subject">What could not be read.</param>
/// <param name="call">The call, so that an exception of another call's metadata is not mistaken for this one's.</param>
/// <param name="keys">Everything that is wrong.</param>
internal sealed class CallRejection(string subject, CallState? call, IReadOnlyList<RejectedKey> keys)
{
    // Not the call: an exception may be kept, and the call's HttpContext serves others later.
    private readonly object? _call = call?.Identity;

    /// <summary>What the client receives.</summary>
    internal (Status Status, byte[]? Details) Response { get; } = RejectionStatus.Of(subject, keys);

    /// <summary>The exception of one record.</summary>
    internal static MetadataException ToException<T>(CallState? call, IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T> => new CallRejection(RecordReading.Subject<T>(MetadataPositions.Request), call, RejectedKey.Of<T>(errors)).ToException();

    /// <summary>The rejection that an exception stands for, if it is of this call.</summary>
    internal static CallRejection? In(MetadataException exception, CallState? current) =>
        exception.Rejection is CallRejection { _call: not null } rejection && ReferenceEquals(rejection._call, current?.Identity) ? rejection : null;

    internal MetadataException ToException() => new(subject, MetadataPositions.Request, [.. keys.Select(key => key.Error)]) { Rejection = this };
}
