using NuGet.Configuration;

namespace TypedMetadata.Packaging.Harness;

/// <summary>A NuGet.Config for all consumers: ours from the folder alone and unpacked there, others from where the machine has them.</summary>
internal static class NuGetConfiguration
{
    internal static async Task WriteAsync(string folder, string feed)
    {
        IEnumerable<string> others = new PackageSourceProvider(Settings.LoadDefaultSettings(Built.Repository)).LoadPackageSources()
            .Where(source => source.IsEnabled)
            .Select(source => $"""<packageSource key="{source.Name}"><package pattern="*" /></packageSource>""");
        await File.WriteAllTextAsync(Path.Combine(folder, "NuGet.Config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" /></config>
              <fallbackPackageFolders><add key="machine" value="{Built.MachinePackages}" /></fallbackPackageFolders>
              <packageSources><add key="ours" value="{feed}" /></packageSources>
              <packageSourceMapping>
                <packageSource key="ours"><package pattern="TypedMetadata" /><package pattern="TypedMetadata.*" /><package pattern="Somebody.Else" /></packageSource>
                {string.Concat(others)}
              </packageSourceMapping>
            </configuration>
            """);
    }
}
