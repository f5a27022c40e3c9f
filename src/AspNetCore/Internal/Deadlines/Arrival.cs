namespace TypedMetadata;

/// <summary>When a request with a deadline arrived: a feature of its <c>HttpContext</c>.</summary>
/// <param name="timestamp">A timestamp of the server's clock.</param>
internal sealed class Arrival(long timestamp)
{
    internal long Timestamp { get; } = timestamp;

    /// <summary>What the request says of its deadline, once that was read.</summary>
    internal CallDeadline? Deadline { get; set; }
}
