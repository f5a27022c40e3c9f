using System.Runtime.CompilerServices;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>The descriptor of a record.</summary>
internal static class DescriptorOf<T>
    where T : IGrpcMetadata<T>
{
    internal static MetadataDescriptor<T> Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.Descriptor;
    }
}
