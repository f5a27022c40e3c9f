using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TypedMetadata.Interop.Server;

/// <summary>What one server's meter <c>TypedMetadata</c> counts: method, key, kind and position of each error.</summary>
internal sealed class CountedErrors : IDisposable
{
    private readonly ConcurrentQueue<string> _all = new();
    private readonly MeterListener _listener;

    internal CountedErrors(EchoServer server)
    {
        IMeterFactory meters = server.Services.GetRequiredService<IMeterFactory>();
        _listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "TypedMetadata" && instrument.Meter.Scope == meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _all.Enqueue(string.Join(' ', tags.ToArray().Select(tag => tag.Value))));
        _listener.Start();
    }

    internal IReadOnlyList<string> All => [.. _all];

    public void Dispose() => _listener.Dispose();
}
