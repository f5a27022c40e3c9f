namespace TypedMetadata;

/// <summary>What becomes of a call whose request metadata is not what its method expects.</summary>
public enum Enforcement
{
    /// <summary>It is refused before the handler runs.</summary>
    Refuse,

    /// <summary>It is counted and logged, and runs: to look before switching the check on.</summary>
    Report,
}
