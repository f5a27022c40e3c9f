namespace TypedMetadata.Interop.RawHttp2;

/// <summary>One field as it stands on the wire. Each char of the value is one byte (Latin-1).</summary>
internal sealed record RawField(string Name, string Value)
{
    public override string ToString() => $"{Name}: {Value}";
}
