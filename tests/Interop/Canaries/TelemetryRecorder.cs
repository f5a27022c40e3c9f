using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <summary>Hears all that the process says while a call runs: logs, activities, meters, events, and what the test hands over.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly ConcurrentQueue<Heard> _heard = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly EventSources _events;

    internal TelemetryRecorder()
    {
        Loggers = LoggerFactory.Create(Configure);
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        _meters.Start();
        _events = new EventSources(_heard);
    }

    /// <summary>For a channel.</summary>
    internal ILoggerFactory Loggers { get; }

    /// <summary>What was heard, each with where it comes from.</summary>
    internal IReadOnlyCollection<Heard> Heard => [.. _heard];

    /// <summary>Logs everything of every category to here.</summary>
    internal void Configure(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new EveryLogProvider(_heard));

    /// <summary>Whether a service of the scenario itself puts secrets into its trailers, whose entries print themselves.</summary>
    internal bool TrailersAreSecret { get; set; }

    /// <summary>Hands over something that user code could print.</summary>
    internal void Hear(object? value) => _heard.Enqueue(new("what user code prints", Printed.All(value, withTrailers: !TrailersAreSecret)));

    public void Dispose()
    {
        _events.Dispose();
        _meters.Dispose();
        _activities.Dispose();
        Loggers.Dispose();
    }

    private void Hear(Activity activity)
    {
        IEnumerable<object?> said = [activity.DisplayName, activity.StatusDescription, .. Tags(activity.TagObjects), .. activity.Baggage.Select(pair => $"{pair}"), .. activity.Events.SelectMany(one => Tags(one.Tags).Prepend(one.Name))];
        _heard.Enqueue(new($"activity of {activity.Source.Name}", string.Join(' ', said)));
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _heard.Enqueue(new($"meter {instrument.Meter.Name}", $"{instrument.Name} {string.Join(' ', Tags(tags.ToArray()))}"));

    private static IEnumerable<string> Tags(IEnumerable<KeyValuePair<string, object?>> tags) => tags.Select(tag => $"{tag.Key}={(tag.Value is string[] values ? string.Join(',', values) : tag.Value)}");

    /// <summary>What the libraries beneath us say to event tracing.</summary>
    private sealed class EventSources(ConcurrentQueue<Heard> heard) : EventListener
    {
        private static readonly string[] _others = ["Microsoft-Windows-DotNETRuntime", "System.Threading.Tasks", "System.Buffers", "System.Collections.Concurrent", "System.Diagnostics.Metrics", "Microsoft-Diagnostics-DiagnosticSource"];

        // Called by the base class before the fields are set.
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (!_others.Any(name => eventSource.Name.StartsWith(name, StringComparison.Ordinal)))
            {
                EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            heard?.Enqueue(new($"events of {eventData.EventSource.Name}", $"{eventData.EventName} {eventData.Message} {string.Join(' ', eventData.Payload ?? new([]))}"));
    }
}

/// <summary>Something that was said.</summary>
/// <param name="Source">Who said it.</param>
/// <param name="Text">What.</param>
internal sealed record Heard(string Source, string Text)
{
    public override string ToString() => $"{Source}: {Text}";
}
