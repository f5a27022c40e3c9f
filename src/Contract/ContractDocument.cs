namespace TypedMetadata;

/// <summary>A contract as <c>contract.json</c> has it: docs/contract.schema.json describes every member.</summary>
internal sealed record ContractDocument
{
    /// <summary>The version of the schema that this code writes and reads.</summary>
    internal const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public IReadOnlyList<ContractService> Services { get; init; } = [];

    public IReadOnlyList<ContractRecord> Records { get; init; } = [];
}

/// <summary>A gRPC service.</summary>
internal sealed record ContractService
{
    public required string Name { get; init; }

    public IReadOnlyList<ContractMethod> Methods { get; init; } = [];
}

/// <summary>An RPC, and the records of each position of its metadata.</summary>
internal sealed record ContractMethod
{
    public required string Name { get; init; }

    /// <summary>unary, client-streaming, server-streaming or duplex-streaming.</summary>
    public string? Kind { get; init; }

    public IReadOnlyList<ContractUse> Request { get; init; } = [];

    public IReadOnlyList<ContractUse> Initial { get; init; } = [];

    public IReadOnlyList<ContractUse> Trailing { get; init; } = [];
}

/// <summary>A record in one position of an RPC.</summary>
internal sealed record ContractUse
{
    /// <summary>The record's type, as <see cref="ContractRecord.Type"/>.</summary>
    public required string Record { get; init; }

    /// <summary>What happens to a call without valid request metadata: reject or report-only.</summary>
    public string? Enforcement { get; init; }
}
