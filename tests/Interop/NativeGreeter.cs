using System.Diagnostics;
using TypedMetadata.Interop.Peers;

namespace TypedMetadata.Interop;

/// <summary>The sample, published with NativeAOT when it is first asked for.</summary>
public sealed class NativeGreeter
{
    private readonly Lazy<Task<(Sample, string)>> _published = new(PublishAsync);

    internal Task<(Sample Program, string Log)> PublishedAsync() => _published.Value;

    private static string InTree(string path) => Path.GetFullPath(Path.Combine(Installation.Sources, "..", "..", "..", path));

    // Everything is built anew in a folder of its own: other tests run what lies in bin and obj. In no culture: the compiler's own build files cannot be
    // evaluated in Thai, which finds no '-' in "linux-x64".
    private static async Task<(Sample, string)> PublishAsync()
    {
        string artifacts = InTree("artifacts/aot");
        ProcessStartInfo start = new("dotnet", ["publish", InTree("samples/Greeter"), "-p:PublishAot=true", "--artifacts-path", artifacts, "-nodeReuse:false", "-nologo"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["LC_ALL"] = "C" },
        };
        using Process process = Process.Start(start)!;
        string log = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (new Sample(Path.Combine(artifacts, "publish", "Greeter", "release", "Greeter")), log)
            : throw new InvalidOperationException($"The sample could not be published with NativeAOT: {log}");
    }
}
