using System.Collections.Concurrent;

namespace TypedMetadata.Reliability.Running;

/// <summary>Counts what happened, by name.</summary>
internal sealed class RunResult
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    internal IEnumerable<KeyValuePair<string, int>> All => _counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal);

    internal int this[string name] => _counts.GetValueOrDefault(name);

    internal void Add(string name) => _counts.AddOrUpdate(name, 1, (_, count) => count + 1);
}
