namespace TypedMetadata;

/// <summary>A metadata record.</summary>
internal sealed record ContractRecord
{
    public string Name { get; set => field = value ?? ""; } = "";

    /// <summary>The full name of the type. It identifies the record.</summary>
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

    /// <summary>The kind of the key: text or binary.</summary>
    public string Kind { get; set => field = value ?? ""; } = "";

    public string Type { get; set => field = value ?? ""; } = "";

    /// <summary>The name of the wire format, such as GuidText.</summary>
    public string? Format { get; set; }

    /// <summary>The authentication scheme that precedes the value, such as Bearer.</summary>
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

    /// <summary>The status code of a call whose key is missing or invalid, such as INVALID_ARGUMENT.</summary>
    public string? ErrorStatus { get; set; }

    public string? Summary { get; set; }
}
