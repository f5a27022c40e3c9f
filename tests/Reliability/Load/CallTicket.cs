namespace TypedMetadata.Reliability.Load;

/// <summary>What a call carries, all of it its own, and what the server says of it.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record CallTicket(string Text, [MetadataKey("blob-bin")] byte[] Blob)
{
    /// <summary>How long the server says the call has.</summary>
    public long? LeftMilliseconds { get; init; }

    /// <summary>Whom the server sees.</summary>
    public string? SeenPeer { get; init; }
}
