namespace TypedMetadata;

/// <summary>The content of <c>contract.json</c>. docs/contract.schema.json describes its members. Members that are absent or null in a file are empty.</summary>
/// <remarks>The members have setters, because the generated JSON serializer would set absent <c>init</c> members to null.</remarks>
internal sealed record ContractDocument
{
    /// <summary>The version of the schema that this code writes and reads.</summary>
    internal const int CurrentVersion = 1;

    /// <summary>The version of the schema. It is 0 if a file has no version, which is not a contract.</summary>
    public int Version { get; set; }

    public IReadOnlyList<ContractService> Services { get; set => field = value ?? []; } = [];

    public IReadOnlyList<ContractRecord> Records { get; set => field = value ?? []; } = [];
}

/// <summary>A gRPC service.</summary>
internal sealed record ContractService
{
    public string Name { get; set => field = value ?? ""; } = "";

    public IReadOnlyList<ContractMethod> Methods { get; set => field = value ?? []; } = [];
}

/// <summary>An RPC, and the records of each position of its metadata.</summary>
internal sealed record ContractMethod
{
    public string Name { get; set => field = value ?? ""; } = "";

    /// <summary>The kind of the RPC: unary, client-streaming, server-streaming or duplex-streaming.</summary>
    public string? Kind { get; set; }

    public IReadOnlyList<ContractUse> Request { get; set => field = value ?? []; } = [];

    public IReadOnlyList<ContractUse> Initial { get; set => field = value ?? []; } = [];

    public IReadOnlyList<ContractUse> Trailing { get; set => field = value ?? []; } = [];
}

/// <summary>A record in one position of an RPC.</summary>
internal sealed record ContractUse
{
    /// <summary>The type of the record, the same as <see cref="ContractRecord.Type"/>.</summary>
    public string Record { get; set => field = value ?? ""; } = "";

    /// <summary>The treatment of calls without valid request metadata: reject or report-only.</summary>
    public string? Enforcement { get; set; }
}
