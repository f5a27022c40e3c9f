using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>The error of a key of a request, and the status code of the key.</summary>
internal readonly record struct RejectedKey(MetadataError Error, StatusCode Status)
{
    internal static RejectedKey[] Of<T>(IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T> => [.. errors.Select(error => new RejectedKey(error, StatusOf(T.Descriptor.Layout, T.Descriptor.Layout.SlotOf(error.Key))))];

    // A key with the status code OK would not be rejected.
    private static StatusCode StatusOf(MetadataLayout layout, int slot) =>
        slot >= 0 && layout.Keys[slot].ErrorStatusCode is not StatusCode.OK and StatusCode status ? status : StatusCode.InvalidArgument;
}
