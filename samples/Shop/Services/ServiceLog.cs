namespace Shop;

/// <summary>What a service logs for the process that started it, which reads its standard output.</summary>
internal static partial class ServiceLog
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Url}")]
    internal static partial void Listening(this ILogger logger, string url);

    [LoggerMessage(2, LogLevel.Information, "Called by {Tenant}, request {RequestId}, a token: {HasToken}, app {App}, time left {Left}: {Outcome}")]
    internal static partial void Seen(
        this ILogger logger, string? tenant, string? requestId, bool hasToken, string? app, TimeSpan left, string outcome);
}
