namespace TypedMetadata;

/// <summary>A change of a contract that breaks somebody.</summary>
/// <param name="Rule">The rule, TMD130 to TMD138.</param>
/// <param name="Subject">What changed, such as the key in its record.</param>
/// <param name="Problem">What happened to it, and whom it breaks.</param>
/// <param name="Remedy">How it can be done without breaking anybody.</param>
internal sealed record ContractChange(string Rule, string Subject, string Problem, string Remedy)
{
    /// <summary>The member of the old contract that the change is about: a record's type, then a key, or a service, then a method.</summary>
    public (string Owner, string? Member) Place { get; init; }
}
