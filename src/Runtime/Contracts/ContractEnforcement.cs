namespace TypedMetadata;

/// <summary>Specifies what happens to a call whose request metadata is not what its method expects.</summary>
public enum ContractEnforcement
{
    /// <summary>The call is rejected before its handler runs.</summary>
    Reject,

    /// <summary>The errors are counted and logged, and the handler runs. Use it to look before you switch the check on.</summary>
    ReportOnly,
}
