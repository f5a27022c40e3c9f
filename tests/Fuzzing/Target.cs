using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Fuzzing;

/// <summary>Something that takes input of a stranger. It throws for none, but when what it promises does not hold.</summary>
/// <param name="Name">Its name, and that of its folder in the corpus.</param>
/// <param name="Run">Takes one input, as Kestrel reads it off the wire.</param>
internal sealed record Target(string Name, Action<string> Run)
{
    internal static IReadOnlyList<Target> All { get; } =
    [
        new("base64", Targets.Base64List.Run),
        new("text", Targets.TypedText.Run),
        new("timeout", Targets.Timeout.Run),
        new("peer", Targets.PeerText.Run),
        new("headers", Targets.HeaderSet.Run),
    ];

    internal static Target Named(string name) =>
        All.FirstOrDefault(target => target.Name == name)
        ?? throw new ArgumentException($"There is no target '{name}': there are {string.Join(", ", All.Select(target => target.Name))}.", nameof(name));
}

/// <summary>A promise that does not hold for an input.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message)
{
    internal static void Unless([DoesNotReturnIf(false)] bool holds, string promise)
    {
        if (!holds)
        {
            throw new BrokenPromiseException(promise);
        }
    }
}
