namespace TypedMetadata;

/// <summary>A contract as <c>contract.json</c> has it: docs/contract.schema.json describes every member. What a file leaves out, or says is null, is empty.</summary>
/// <remarks>The members have setters, since the JSON serializer's generated code would set <c>init</c> members that a file leaves out to null.</remarks>
internal sealed record ContractDocument
{
    /// <summary>The version of the schema that this code writes and reads.</summary>
    internal const int CurrentVersion = 1;

    /// <summary>0 where a file does not say it, which is no contract then.</summary>
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

    /// <summary>unary, client-streaming, server-streaming or duplex-streaming.</summary>
    public string? Kind { get; set; }

    public IReadOnlyList<ContractUse> Request { get; set => field = value ?? []; } = [];

    public IReadOnlyList<ContractUse> Initial { get; set => field = value ?? []; } = [];

    public IReadOnlyList<ContractUse> Trailing { get; set => field = value ?? []; } = [];
}

/// <summary>A record in one position of an RPC.</summary>
internal sealed record ContractUse
{
    /// <summary>The record's type, as <see cref="ContractRecord.Type"/>.</summary>
    public string Record { get; set => field = value ?? ""; } = "";

    /// <summary>What happens to a call without valid request metadata: reject or report-only.</summary>
    public string? Enforcement { get; set; }
}
