using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>Counts by type every exception that a server logs, at any level.</summary>
internal sealed partial class ServerWatch : ILoggerProvider
{
    /// <summary>The exceptions that were logged, by type.</summary>
    internal RunResult Exceptions { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(Exceptions);

    public void Dispose()
    {
    }

    // Types that anybody throws for anything say more by what they say.
    private static string NameOf(Exception exception) =>
        exception is IOException or InvalidOperationException ? $"{exception.GetType().Name}: {Digits().Replace(exception.Message, "#")}" : exception.GetType().Name;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    private sealed class Logger(RunResult exceptions) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
            {
                exceptions.Add(NameOf(exception));
            }
        }
    }
}
