using Grpc.Core;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>What is wrong with a key of a request, and the status that the key asks for.</summary>
internal readonly record struct RefusedKey(MetadataError Error, StatusCode Status)
{
    internal static RefusedKey[] Of<T>(IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T> => [.. errors.Select(error => new RefusedKey(error, StatusOf(T.Layout, T.SlotOf(error.Key))))];

    // A status of OK would refuse nothing.
    private static StatusCode StatusOf(MetadataLayout layout, int slot) =>
        slot >= 0 && layout.Fields[slot].ErrorStatus is not StatusCode.OK and StatusCode status ? status : StatusCode.InvalidArgument;
}
