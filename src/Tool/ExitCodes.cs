namespace TypedMetadata.Tool;

/// <summary>What the commands return to a pipeline.</summary>
internal static class ExitCodes
{
    internal const int Success = 0;

    /// <summary>A breaking change was found.</summary>
    internal const int Breaking = 1;

    /// <summary>The command could not do its work, or the command line is invalid.</summary>
    internal const int Failure = 2;
}
