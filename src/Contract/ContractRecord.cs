namespace TypedMetadata;

/// <summary>A metadata record.</summary>
internal sealed record ContractRecord
{
    public string Name { get; set => field = value ?? ""; } = "";

    /// <summary>The full name, which identifies it.</summary>
    public string Type { get; set => field = value ?? ""; } = "";

    public IReadOnlyList<string> Positions { get; set => field = value ?? []; } = [];

    public int? MaxSize { get; set; }

    public string? Summary { get; set; }

    public IReadOnlyList<ContractKey> Keys { get; set => field = value ?? []; } = [];
}

/// <summary>A key of a record.</summary>
internal sealed record ContractKey
{
    public string Key { get; set => field = value ?? ""; } = "";

    public string Property { get; set => field = value ?? ""; } = "";

    /// <summary>text or binary.</summary>
    public string Kind { get; set => field = value ?? ""; } = "";

    public string Type { get; set => field = value ?? ""; } = "";

    /// <summary>How the type is laid out on the wire: the name of its codec, such as GuidText.</summary>
    public string? Format { get; set; }

    /// <summary>The scheme before the text, such as Bearer.</summary>
    public string? Scheme { get; set; }

    public string? Expected { get; set; }

    public string? Example { get; set; }

    public bool Required { get; set; }

    public bool Sensitive { get; set; }

    public bool List { get; set; }

    public bool Prefix { get; set; }

    public bool ReadOnly { get; set; }

    public int? MaxItems { get; set; }

    public string? Separator { get; set; }

    public IReadOnlyList<string> Aliases { get; set => field = value ?? []; } = [];

    /// <summary>The status of a call whose key is missing or invalid, such as INVALID_ARGUMENT.</summary>
    public string? ErrorStatus { get; set; }

    public string? Summary { get; set; }
}
