using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// What codecs of every type have in common. It is not generic so that the JIT knows the results while it compiles: of a generic
/// interface it looks them up at run time wherever the type is a reference type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMetadataCodec
{
    /// <summary>What a reader should have sent, to complete "expected …".</summary>
    static abstract string Expected { get; }

    /// <summary>Whether no bytes at all are a value like any other, so that an absent key reads as it: true of protobuf messages.</summary>
    static virtual bool AllowsEmpty => false;

    /// <summary>Whether whatever it writes as text is printable, without a comma or a space, and not empty, so that nobody need look.</summary>
    static virtual bool WritesPlainText => false;

    /// <summary>Whether it reads bytes where they lie and writes them where it is told, so that no array is made for them.</summary>
    static virtual bool UsesSpans => false;

    /// <summary>Whether nobody else holds the bytes that it encodes, so that they need not be copied.</summary>
    static virtual bool EncodesAnew => false;

    /// <summary>Whether a user's code runs, whose exceptions may hold the value: they are caught, and only their type is named.</summary>
    static virtual bool RunsUserCode => false;
}
