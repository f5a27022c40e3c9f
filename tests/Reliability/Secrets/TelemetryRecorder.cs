using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace TypedMetadata.Reliability.Secrets;

/// <summary>
/// Hears all that leaves the process for an operator's eyes: logs of every category at Trace with their values and scopes, metrics and
/// traces with their tags, and event sources.
/// </summary>
internal sealed class TelemetryRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Channel, string Text)> _heard = new();
    private readonly MeterListener _metrics = new();
    private readonly ActivityListener _traces;
    private readonly Events _events;

    internal TelemetryRecorder()
    {
        _metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear("metrics", $"{instrument.Name} {Tags(tags)}"));
        _metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear("metrics", $"{instrument.Name} {Tags(tags)}"));
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear("metrics", $"{instrument.Name} {Tags(tags)}"));
        _metrics.Start();
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear("traces", $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(happened => happened.Tags))}"),
        };
        ActivitySource.AddActivityListener(_traces);
        _events = new Events(text => Hear("event sources", text));
    }

    /// <summary>Takes out all that was heard.</summary>
    internal IEnumerable<(string Channel, string Text)> Drain()
    {
        while (_heard.TryDequeue(out (string, string) heard))
        {
            yield return heard;
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(text => Hear("logs", $"{categoryName}: {text}"));

    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
        _events.Dispose();
    }

    private void Hear(string channel, string text) => _heard.Enqueue((channel, text));

    private static string Tags(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray());

    private sealed class Logger(Action<string> hear) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            hear(Values(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            hear($"{formatter(state, exception)} {Values(state)} {exception}");

        private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : $"{state}";
    }

    /// <summary>Every event source but .NET's private diagnostics, which write down whole requests when somebody asks them to.</summary>
    private sealed class Events(Action<string> hear) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (!eventSource.Name.StartsWith("Private.InternalDiagnostics", StringComparison.Ordinal) && eventSource.Name is not ("System.Threading.Tasks.TplEventSource" or "Microsoft-Windows-DotNETRuntime" or "System.Buffers.ArrayPoolEventSource"))
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        // Sources are created before this object's constructor has run.
        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            hear?.Invoke($"{eventData.EventSource.Name} {eventData.Message} {string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[])}");
    }
}
