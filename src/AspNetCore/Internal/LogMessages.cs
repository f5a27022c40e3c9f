using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>
/// The log messages. They are in one class, because the SDK's logging generator writes several classes in an order that differs between builds, which would make the
/// assembly not reproducible.
/// </summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "{Method} rejected a call: {Problem}")]
    internal static partial void RequestRejected(this ILogger logger, string method, string problem);

    [LoggerMessage(2, LogLevel.Error, "{Method} failed because metadata that it writes, or that another service returned, is invalid.")]
    internal static partial void MetadataFailed(this ILogger logger, string method, MetadataException fault);

    [LoggerMessage(3, LogLevel.Debug, "Trailing metadata '{Key}' was dropped because this server does not support trailers.")]
    internal static partial void TrailerDropped(this ILogger logger, string key);

    [LoggerMessage(4, LogLevel.Warning, "The trailer '{Key}' of {Method} was not sent: {Problem}.")]
    internal static partial void TrailerNotSent(this ILogger logger, string key, string method, string problem);

    [LoggerMessage(5, LogLevel.Warning, "The {Position} metadata of {Method} takes {Size} bytes. Many clients reject more than 8192 bytes, the limit that the gRPC specification suggests.")]
    internal static partial void ResponseLarge(this ILogger logger, string position, string method, int size);

    [LoggerMessage(6, LogLevel.Warning, "{Method} accepted a call with invalid metadata because of ContractEnforcement.ReportOnly: {Problem}")]
    internal static partial void RejectionReported(this ILogger logger, string method, string problem);

    [LoggerMessage(7, LogLevel.Warning, "{Method} succeeded but did not write the {Position} metadata '{Record}' that it declares.")]
    internal static partial void ResponseMetadataMissing(this ILogger logger, string method, string position, string record);

    [LoggerMessage(8, LogLevel.Information, "The metadata contract is served at {Pattern} to {Readers}.")]
    internal static partial void PageServed(this ILogger logger, string pattern, string readers);

    [LoggerMessage(9, LogLevel.Warning, "The metadata contract at {Pattern} returns 404 in the environment {Environment}. To serve it, call RequireAuthorization() on the result of MapTypedMetadata(), or options.AllowAnonymousInProduction().")]
    internal static partial void PageNotServed(this ILogger logger, string pattern, string environment);

    [LoggerMessage(10, LogLevel.Warning, "A call is missing from the live view because its metadata could not be read after it ended.")]
    internal static partial void CallNotKept(this ILogger logger, Exception exception);
}
