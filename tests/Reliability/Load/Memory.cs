using System.Globalization;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Load;

/// <summary>What is left on the heaps of server and client after a full collection, over time.</summary>
internal sealed class Memory(Child server)
{
    private readonly List<long> _server = [];
    private readonly List<long> _client = [];

    internal string OfServer => Shown(_server);

    internal string OfClient => Shown(_client);

    internal async Task SampleAsync()
    {
        await server.TellAsync("memory");
        _server.Add(long.Parse(await server.NextLineAsync(), CultureInfo.InvariantCulture));
        _client.Add(GC.GetTotalMemory(forceFullCollection: true));
    }

    internal void Forget()
    {
        _server.Clear();
        _client.Clear();
    }

    internal bool IsFlat(long slack) => Last(_server) <= (First(_server) * 1.1) + slack && Last(_client) <= (First(_client) * 1.1) + slack;

    private static double First(List<long> samples) => samples.Take((samples.Count + 3) / 4).Average();

    private static double Last(List<long> samples) => samples.TakeLast((samples.Count + 3) / 4).Average();

    private static string Shown(List<long> samples) => string.Create(CultureInfo.InvariantCulture, $"{First(samples) / 1e6:0.0} MB, {Last(samples) / 1e6:0.0} MB");
}
