using Grpc.Core;

namespace TypedMetadata;

/// <summary>The request metadata of one call could not be read.</summary>
/// <param name="subject">What could not be read.</param>
/// <param name="call">The call, so that an exception of another call's metadata is not mistaken for this one's.</param>
/// <param name="errors">Every error.</param>
internal sealed class RequestRefusedException(string subject, TypedCall? call, IReadOnlyList<MetadataError> errors)
    : MetadataException(subject, MetadataDirections.Request, errors)
{
    // Not the call: an exception may be kept, and the call's HttpContext serves others later.
    private readonly object? _call = call?.Identity;

    internal bool IsOf(ServerCallContext context) => _call is not null && ReferenceEquals(_call, TypedCall.Find(context)?.Identity);
}
