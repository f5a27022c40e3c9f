using Microsoft.Extensions.Logging;

namespace TypedMetadata.Interop.Server;

/// <summary>Keeps what our own categories log as a warning or worse.</summary>
internal sealed class ListLoggerProvider(List<string> messages) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new ListLogger(messages, categoryName.StartsWith("TypedMetadata", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class ListLogger(List<string> messages, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOurs && logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lock (messages)
                {
                    messages.Add(formatter(state, exception));
                }
            }
        }
    }
}
