using System.Reflection;

namespace TypedMetadata.Interop.Peers;

/// <summary>What <c>tests/Interop/Peers/install</c> left: for each peer a file with the path of its program.</summary>
internal static class Installation
{
    internal static string Sources { get; } = Built("Peers");

    internal static string Artifacts { get; } = Built("PeerArtifacts");

    /// <summary>Why tests of a peer do not run here; null when they do. CI has every peer, so there they run and fail.</summary>
    internal static string? ReasonToSkip(string peer) =>
        Environment.GetEnvironmentVariable("CI") == "true" || FindProgram(peer) is not null ? null : HowToInstall(peer);

    internal static string Program(string peer) => FindProgram(peer) ?? throw new InvalidOperationException(HowToInstall(peer));

    private static string HowToInstall(string peer) => $"The peer '{peer}' is not installed: run tests/Interop/Peers/install";

    private static string? FindProgram(string peer)
    {
        string file = Path.Combine(Artifacts, peer + ".program");
        return File.Exists(file) && File.ReadAllText(file).Trim() is string program && File.Exists(program) ? program : null;
    }

    private static string Built(string key) => typeof(Installation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
