using System;
using System.Collections.Generic;
using TypedMetadata;

namespace Acme;

/// <summary>
/// Refers to <see cref="Guid"/>, <see cref="List{T}.Count"/>, <see langword="null"/>,
/// <paramref name="Name"/> and <see href="https://example.com"/>.
/// </summary>
/// <param name="Name">Says <b>what</b> <i>it</i> is;<br/>on one line.</param>
/// <param name="Unsaid"></param>
/// <remarks>Not said.</remarks>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Comments(string Name, string Unsaid)
{
    //// <summary>Four slashes are no documentation.</summary>
    public string? Fourth { get; init; }

    // <summary>Nor are two.</summary>
    public string? Second { get; init; }

    /* <summary>Nor is a block of one star.</summary> */
    public string? Plain { get; init; }

    /// <summary>One line</summary>
    // with a note between
    /// <remarks>and more.</remarks>
    public string? Noted { get; init; }

    /**
     * <summary>
     *   A block with a star on each line.
     * </summary>
     */
    public string? Starred { get; init; }

#if NEVER
    /// <summary>Nor is what is switched off.</summary>
#endif
    public string? SwitchedOff { get; init; }

    /** <summary>A block on one line.</summary> */
    public string? Short { get; init; }

    /**/
    public string? Nothing { get; init; }

    /// <summary>Is not <closed.</summary>
    public string? Broken { get; init; }

    /// <value>No summary.</value>
    public string? Valued { get; init; }
}

[GrpcMetadata]
public abstract partial record Described
{
    /// <summary>What the base says.</summary>
    public abstract string Inherited { get; init; }

    /// <summary>What the base says of it.</summary>
    public virtual string Replaced { get; init; } = "";
}

[GrpcMetadata]
public sealed partial record Describing : Described
{
    public override string Inherited { get; init; } = "";

    /// <summary>What the record itself says.</summary>
    public override string Replaced { get; init; } = "";
}
