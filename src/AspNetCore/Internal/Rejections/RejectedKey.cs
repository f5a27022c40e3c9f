using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>What is wrong with a key of a request, and the status that the key asks for.</summary>
internal readonly record struct RejectedKey(MetadataError Error, StatusCode Status)
{
    internal static RejectedKey[] Of<T>(IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T> => [.. errors.Select(error => new RejectedKey(error, StatusOf(T.Descriptor.Layout, T.Descriptor.Layout.SlotOf(error.Key))))];

    // A status of OK would reject nothing.
    private static StatusCode StatusOf(MetadataLayout layout, int slot) =>
        slot >= 0 && layout.Keys[slot].ErrorStatusCode is not StatusCode.OK and StatusCode status ? status : StatusCode.InvalidArgument;
}
