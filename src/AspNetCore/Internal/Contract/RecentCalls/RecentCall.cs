using Grpc.Core;

namespace TypedMetadata;

/// <summary>A call that has ended. Nothing in it is secret: what may not be shown was replaced before it was made.</summary>
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
