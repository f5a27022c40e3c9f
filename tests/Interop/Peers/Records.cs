namespace TypedMetadata.Interop.Peers;

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Phrase(string Words);

/// <summary>Bytes of many lengths, each with a key of its own.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Lengths([property: MetadataPrefix("x-length-")] IReadOnlyDictionary<string, byte[]> Blocks)
{
    /// <summary>Lengths of one to twelve bytes: every remainder of three and of four, so every base64 ending.</summary>
    internal static Lengths All { get; } = new(Enumerable.Range(1, 12).ToDictionary(
        length => $"{length:00}",
        length => Enumerable.Range(0, length).Select(i => (byte)(255 - (i * 21))).ToArray()));

    internal PeerField[] Fields => [.. Blocks.Select(block => PeerField.Of($"x-length-{block.Key}-bin", block.Value))];
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Binary(byte[] Payload);

/// <summary>Values that may be empty when they are written.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Blank([MetadataKey(AllowEmpty = true)] string Note, [MetadataKey(AllowEmpty = true)] byte[] Blob)
{
    internal static Blank Both { get; } = new("", []);

    internal static PeerField[] Fields { get; } = [PeerField.Of("blob-bin", []), PeerField.Of("note", "")];
}

/// <summary>The same keys, where absent is null.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Noted
{
    internal static Noted Blank { get; } = new() { Note = "", Blob = [] };

    public string? Note { get; init; }

    public byte[]? Blob { get; init; }
}

/// <summary>The request of the case <c>custom_metadata</c> of gRPC's interop tests.</summary>
[GrpcMetadata]
public sealed partial record CustomMetadata(
    [MetadataKey("x-grpc-test-echo-initial")] string Initial,
    [MetadataKey("x-grpc-test-echo-trailing-bin")] byte[] Trailing)
{
    internal static CustomMetadata OfTheInteropTests { get; } = new("test_initial_metadata_value", [0xAB, 0xAB, 0xAB]);
}

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record CustomInitial([MetadataKey("x-grpc-test-echo-initial")] string Value);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record CustomTrailing([MetadataKey("x-grpc-test-echo-trailing-bin")] byte[] Value);

/// <summary>Keys that nginx takes for invalid, unless it is told otherwise.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Unusual
{
    [MetadataKey("under_score")]
    public string? UnderScore { get; init; }

    [MetadataKey("d.ot")]
    public string? Dot { get; init; }

    [MetadataKey("plain")]
    public string? Plain { get; init; }
}
