namespace TypedMetadata;

/// <summary>The time at which a request with a deadline arrived. It is a feature of the <c>HttpContext</c>.</summary>
/// <param name="timestamp">The timestamp of the server's <see cref="TimeProvider"/>.</param>
internal sealed class Arrival(long timestamp)
{
    internal long Timestamp { get; } = timestamp;

    /// <summary>The deadline of the request, once it was read.</summary>
    internal CallDeadline? Deadline { get; set; }
}
