using System.Runtime.CompilerServices;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Asks codecs for their traits.</summary>
internal static class Codec
{
    /// <summary>Whether a codec has a trait: a constant to the JIT.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Has<TCodec>(CodecTraits trait)
        where TCodec : struct, IMetadataCodec => (default(TCodec).Traits & trait) != 0;
}
