namespace TypedMetadata.Packaging.Harness;

/// <summary>Programs that a machine may have.</summary>
internal static class Tools
{
    internal static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
