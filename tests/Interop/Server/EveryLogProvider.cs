using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Canaries;

namespace TypedMetadata.Interop.Server;

/// <summary>Keeps all that anybody logs: messages, scopes and exceptions, and the values beside the messages that a structured logger keeps.</summary>
internal sealed class EveryLogProvider(ConcurrentQueue<Heard> lines) : ILoggerProvider
{
    internal const string Values = "values of ";

    internal EveryLogProvider()
        : this(new())
    {
    }

    /// <summary>What a logger writes that keeps no values.</summary>
    internal string Text => string.Join('\n', lines.Where(line => !line.Source.StartsWith(Values, StringComparison.Ordinal)));

    public ILogger CreateLogger(string categoryName) => new Logger(lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<Heard> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(new(category, $"{state}"));
            lines.Enqueue(new(Values + category, ValuesOf(state)));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lines.Enqueue(new(category, $"{formatter(state, exception)} {Printed.All(exception)}"));
            lines.Enqueue(new(Values + category, ValuesOf(state)));
        }

        private static string ValuesOf(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => $"{value.Key}={Printed.All(value.Value)}")) : "";
    }
}
