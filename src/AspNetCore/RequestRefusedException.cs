using Grpc.Core;

namespace TypedMetadata;

/// <summary>The request metadata of one call could not be read.</summary>
/// <param name="subject">What could not be read.</param>
/// <param name="call">The call, so that an exception of another call's metadata is not mistaken for this one's.</param>
/// <param name="errors">Every error.</param>
internal sealed class RequestRefusedException(string subject, TypedCall? call, IReadOnlyList<MetadataError> errors)
    : MetadataException(subject, MetadataDirections.Request, errors)
{
    internal bool IsOf(ServerCallContext context) => call is not null && ReferenceEquals(call, TypedCall.Find(context));
}
