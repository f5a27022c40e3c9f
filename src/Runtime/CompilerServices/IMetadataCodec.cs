using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>What codecs have in common. A codec is an empty struct, so <c>default</c> is it, and the JIT sees through its members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMetadataCodec
{
    /// <summary>What a reader should have sent, to complete "expected …".</summary>
    string Expected { get; }

#if NET
    /// <summary>Why a value has no spelling, and what to do, to complete "has a value that cannot be written: …".</summary>
    string Unwritable => "expected " + Expected;
#endif

    /// <summary>What readers and writers may rely on. A constant, so that what depends on it is decided while the code is compiled.</summary>
    CodecTraits Traits { get; }
}
