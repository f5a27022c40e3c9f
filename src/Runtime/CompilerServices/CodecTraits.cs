using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>What is special about a codec.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum CodecTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No bytes at all are a value like any other, so that an absent key reads as it: true of protobuf messages.</summary>
    AllowsEmpty = 1,

    /// <summary>Whatever it writes as text is printable, without a comma or a space, and not empty, so that nobody need look.</summary>
    WritesPlainText = 2,

    /// <summary>It reads bytes where they lie and writes them where it is told, so that no array is made for them.</summary>
    UsesSpans = 4,

    /// <summary>Nobody else holds the bytes that it encodes, so that they need not be copied.</summary>
    EncodesAnew = 8,

    /// <summary>A user's code runs, whose exceptions may hold the value: they are caught, and only their type is named.</summary>
    RunsUserCode = 16,
}
