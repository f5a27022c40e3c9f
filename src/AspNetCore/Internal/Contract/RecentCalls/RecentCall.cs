using Grpc.Core;

namespace TypedMetadata;

/// <summary>A call that has ended. It contains no secrets: values were redacted before it was created.</summary>
internal sealed record RecentCall(
    long Number,
    DateTimeOffset Time,
    string Method,
    StatusCode Status,
    TimeSpan Duration,
    int Size,
    ShownBlock Request,
    ShownBlock Initial,
    ShownBlock Trailing,
    IReadOnlyList<RejectedEntry> Errors);
