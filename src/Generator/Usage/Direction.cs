namespace TypedMetadata.Generator.Usage;

/// <summary>A direction of metadata, and what sends a record that way.</summary>
internal sealed class Direction
{
    internal static readonly Direction Request = new("Request", "send it with a client's call");
    internal static readonly Direction Initial = new("Initial", "write it with WriteInitialMetadataAsync");
    internal static readonly Direction Trailing = new("Trailing", "set it with SetTrailingMetadata");

    internal static readonly Direction[] All = [Request, Initial, Trailing];

    private Direction(string name, string remedy)
    {
        Name = name;
        Remedy = remedy;
    }

    /// <summary>The member of <c>MetadataDirections</c>.</summary>
    internal string Name { get; }

    internal string Remedy { get; }

    internal string Adjective => Name.ToLowerInvariant();
}
