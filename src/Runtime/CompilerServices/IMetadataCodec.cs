using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Represents the common part of text and binary codecs. A codec is an empty struct that is used as <c>default</c>, so that the JIT can inline its members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMetadataCodec
{
    /// <summary>Gets a description of a valid wire value. It follows "expected" in error messages.</summary>
    string Expected { get; }

#if NET
    /// <summary>Gets the reason why a value has no wire form. It follows "has a value that cannot be written:" in error messages.</summary>
    string Unwritable => "expected " + Expected;
#endif

    /// <summary>Gets the traits of the codec. They are constant, so that the JIT can remove code that does not apply.</summary>
    CodecTraits Traits { get; }
}
