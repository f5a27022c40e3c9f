namespace TypedMetadata.Interop.RawHttp2;

/// <summary>A request that a raw server received: its headers at first, and when it has ended, all of it.</summary>
internal sealed record RawRequest(int Stream, IReadOnlyList<RawField> Headers)
{
    internal string? this[string name] => Headers.FirstOrDefault(header => header.Name == name)?.Value;
}
