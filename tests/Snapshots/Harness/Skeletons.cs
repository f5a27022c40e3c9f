using Microsoft.CodeAnalysis;

namespace TypedMetadata.Snapshots.Harness;

/// <summary>How a record that breaks a structural rule shows itself.</summary>
internal static class Skeletons
{
    /// <summary>The compiler's error on what is obsolete as an error: each skeleton has one in its own code.</summary>
    internal const string Rejection = "CS0619";

    /// <summary>An <c>#error</c>: within obsolete code the compiler keeps quiet about what else is obsolete.</summary>
    private const string RejectionInObsoleteCode = "CS1029";

    internal static bool IsRejection(string id) => id is Rejection or RejectionInObsoleteCode;

    internal static bool IsStructural(Diagnostic diagnostic) =>
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);
}
