using System.Reflection;

namespace TypedMetadata.Packaging.Harness;

/// <summary>What the build of this project knows.</summary>
internal static class Built
{
    /// <summary>The folder of this repository.</summary>
    internal static string Repository { get; } = Value("Repository");

    /// <summary>The folder in which this machine keeps NuGet packages.</summary>
    internal static string MachinePackages { get; } = Value("MachinePackages");

    /// <summary>The folder of the stand-in compiler.</summary>
    internal static string Csc { get; } = Value("Csc");

    private static string Value(string key) => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
