namespace TypedMetadata.Tests;

/// <summary>Decides whether tests that take long are run: with <c>LONG_TESTS=true</c>, which <c>.ci/run</c> sets, or <c>CI=true</c>.</summary>
internal static class LongTests
{
    internal static bool AreRun { get; } = Environment.GetEnvironmentVariable("LONG_TESTS") == "true" || Environment.GetEnvironmentVariable("CI") == "true";

    internal static string? ReasonToSkip => AreRun ? null : "This test takes long. Set the environment variable LONG_TESTS=true to run it.";
}

/// <summary>A test that takes long. It is skipped unless <see cref="LongTests.AreRun"/>.</summary>
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = LongTests.ReasonToSkip;
}

/// <summary>A test with data that takes long. It is skipped unless <see cref="LongTests.AreRun"/>.</summary>
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute() => Skip = LongTests.ReasonToSkip;
}
