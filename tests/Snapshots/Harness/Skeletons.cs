using Microsoft.CodeAnalysis;

namespace TypedMetadata.Snapshots.Harness;

/// <summary>How a record that breaks a structural rule shows itself.</summary>
internal static class Skeletons
{
    /// <summary>The compiler's error on what is obsolete as an error: each skeleton has one in its own code.</summary>
    internal const string Refusal = "CS0619";

    internal static bool IsStructural(Diagnostic diagnostic) =>
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);
}
