namespace TypedMetadata;

/// <summary>Specifies how a server treats a call whose request metadata does not match the contract of the method.</summary>
public enum ContractEnforcement
{
    /// <summary>Rejects the call. The handler does not run.</summary>
    Reject,

    /// <summary>Counts and logs the errors, and runs the handler. Use it to observe the errors before you enforce the contract.</summary>
    ReportOnly,
}
