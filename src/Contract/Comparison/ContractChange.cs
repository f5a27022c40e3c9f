namespace TypedMetadata;

/// <summary>A breaking change of a contract.</summary>
/// <param name="Rule">The rule, TMD130 to TMD138.</param>
/// <param name="Subject">The subject of the change, such as a key and its record.</param>
/// <param name="Problem">The change, and the clients or servers that it breaks.</param>
/// <param name="Remedy">The way to avoid the breaking change.</param>
internal sealed record ContractChange(string Rule, string Subject, string Problem, string Remedy)
{
    /// <summary>The changed member of the old contract: the type of a record and a key, or a service and a method.</summary>
    public (string Owner, string? Member) Place { get; init; }
}
