namespace TypedMetadata.Tool;

/// <summary>The exit codes of the commands.</summary>
internal static class ExitCodes
{
    internal const int Success = 0;

    /// <summary>There is at least one breaking change.</summary>
    internal const int Breaking = 1;

    /// <summary>The command failed, or the command line is invalid.</summary>
    internal const int Failure = 2;
}
