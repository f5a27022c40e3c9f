namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>A position of metadata, and what sends a record that way.</summary>
internal sealed class Position
{
    internal static readonly Position Request = new("Request", "send it with a client's call");
    internal static readonly Position Initial = new("Initial", "write it with WriteInitialMetadataAsync");
    internal static readonly Position Trailing = new("Trailing", "set it with SetTrailingMetadata");

    internal static readonly Position[] All = [Request, Initial, Trailing];

    private Position(string name, string remedy)
    {
        Name = name;
        Remedy = remedy;
    }

    /// <summary>The member of <c>MetadataPositions</c>.</summary>
    internal string Name { get; }

    internal string Remedy { get; }

    internal string Adjective => Name.ToLowerInvariant();
}
