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

/// <summary>The entries of one position.</summary>
/// <param name="Entries">The first of them.</param>
/// <param name="LeftOut">How many there are besides.</param>
internal sealed record ShownBlock(IReadOnlyList<ShownEntry> Entries, int LeftOut);

/// <summary>An entry as it is shown.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value, or *** in its place.</param>
/// <param name="Size">The size of key and value, as PROTOCOL-HTTP2.md counts it.</param>
internal readonly record struct ShownEntry(string Key, string Value, int Size);
