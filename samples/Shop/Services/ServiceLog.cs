namespace Shop;

/// <summary>The log messages that the starting process reads from the service's standard output.</summary>
internal static partial class ServiceLog
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Url}")]
    internal static partial void Listening(this ILogger logger, string url);

    [LoggerMessage(2, LogLevel.Information, "Call of tenant {Tenant}, request {RequestId}, token present: {HasToken}, app {App}, time left {Left}, outcome {Outcome}.")]
    internal static partial void Seen(
        this ILogger logger, string? tenant, string? requestId, bool hasToken, string? app, TimeSpan left, string outcome);
}
