using System.Runtime.CompilerServices;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Returns the traits of codecs.</summary>
internal static class Codec
{
    /// <summary>Returns a value that indicates whether a codec has a trait. It is a constant for the JIT.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Has<TCodec>(CodecTraits trait)
        where TCodec : struct, IMetadataCodec => (default(TCodec).Traits & trait) != 0;
}
