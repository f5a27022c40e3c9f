using Microsoft.CodeAnalysis;
using TypedMetadata.Generator;

namespace TypedMetadata.Snapshots.Harness;

/// <summary>Why the generator's steps ran, for tests of what is computed again.</summary>
internal static class Steps
{
    internal static void AssertAllCached(GeneratorDriver driver)
    {
        Assert.All(ModelReasons(driver), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"a model was {reason}"));
        Assert.All(OutputReasons(driver), reason => Assert.True(reason is IncrementalStepRunReason.Cached, $"an output was {reason}"));
    }

    internal static IncrementalStepRunReason[] ModelReasons(GeneratorDriver driver) =>
    [
        .. driver.GetRunResult().Results.Single().TrackedSteps.GetValueOrDefault(MetadataGenerator.ModelStep, [])
            .SelectMany(step => step.Outputs).Select(output => output.Reason),
    ];

    /// <summary>A reason for each generated file; removed ones too.</summary>
    internal static IncrementalStepRunReason[] OutputReasons(GeneratorDriver driver) =>
    [
        .. driver.GetRunResult().Results.Single().TrackedOutputSteps.Values
            .SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason),
    ];
}
