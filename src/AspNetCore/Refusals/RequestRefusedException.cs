using Grpc.Core;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>The request metadata of one call could not be read.</summary>
/// <param name="subject">What could not be read.</param>
/// <param name="call">The call, so that an exception of another call's metadata is not mistaken for this one's.</param>
/// <param name="keys">Everything that is wrong.</param>
internal sealed class RequestRefusedException(string subject, CallState? call, IReadOnlyList<RefusedKey> keys)
    : MetadataException(subject, MetadataDirections.Request, [.. keys.Select(key => key.Error)])
{
    // Not the call: an exception may be kept, and the call's HttpContext serves others later.
    private readonly object? _call = call?.Identity;

    /// <summary>The refusal of one record.</summary>
    internal static RequestRefusedException Of<T>(CallState? call, IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T> =>
        new(RecordReading.Subject<T>(MetadataDirections.Request), call, RefusedKey.Of<T>(errors));

    /// <summary>What the client is told.</summary>
    internal (Status Status, byte[]? Details) Answer { get; } = Refusal.Of(subject, keys);

    internal bool IsOf(CallState? current) => _call is not null && ReferenceEquals(_call, current?.Identity);
}
