namespace TypedMetadata;

/// <summary>A metadata record.</summary>
internal sealed record ContractRecord
{
    public required string Name { get; init; }

    /// <summary>The full name, which identifies it.</summary>
    public required string Type { get; init; }

    public IReadOnlyList<string> Positions { get; init; } = [];

    public int? MaxSize { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<ContractKey> Keys { get; init; } = [];
}

/// <summary>A key of a record.</summary>
internal sealed record ContractKey
{
    public required string Key { get; init; }

    public required string Property { get; init; }

    /// <summary>text or binary.</summary>
    public required string Kind { get; init; }

    public required string Type { get; init; }

    public string? Expected { get; init; }

    public string? Example { get; init; }

    public bool Required { get; init; }

    public bool Sensitive { get; init; }

    public bool List { get; init; }

    public bool Prefix { get; init; }

    public bool ReadOnly { get; init; }

    public int? MaxItems { get; init; }

    public string? Separator { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The status of a call whose key is missing or invalid, such as INVALID_ARGUMENT.</summary>
    public string? ErrorStatus { get; init; }

    public string? Summary { get; init; }
}
