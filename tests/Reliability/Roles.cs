using TypedMetadata.Reliability.Faults;
using TypedMetadata.Reliability.Load;

namespace TypedMetadata.Reliability;

/// <summary>What this program is when another of its processes started it.</summary>
internal static class Roles
{
    internal static Task<int> PlayAsync(string role, string[] arguments) => (role, arguments) switch
    {
        ("faults-server", []) => KilledProcess.BeServerAsync(),
        ("faults-client", [string address]) => KilledProcess.BeClientAsync(address),
        ("load-typed", []) => LoadServer.ServeAsync(typed: true),
        ("load-plain", []) => LoadServer.ServeAsync(typed: false),
        _ => throw new ArgumentException($"No process of this program is a '{role}'.", nameof(role)),
    };
}
