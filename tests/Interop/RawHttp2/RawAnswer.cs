namespace TypedMetadata.Interop.RawHttp2;

/// <summary>Everything the server sent on one stream, field by field and in order.</summary>
internal sealed record RawAnswer(
    IReadOnlyList<IReadOnlyList<RawField>> HeaderBlocks,
    byte[] Data,
    RawEnding Ending,
    uint? ResetError,
    uint? GoAwayError)
{
    public bool IsTrailersOnly => HeaderBlocks.Count == 1 && Ending == RawEnding.HeaderBlock;

    public IReadOnlyList<RawField> Headers => HeaderBlocks.Count > 0 ? HeaderBlocks[0] : [];

    /// <summary>Empty in a Trailers-Only response, whose one block is <see cref="Headers"/>.</summary>
    public IReadOnlyList<RawField> Trailers =>
        HeaderBlocks.Count > 1 && Ending == RawEnding.HeaderBlock ? HeaderBlocks[^1] : [];

    /// <summary>The value of grpc-status, wherever gRPC allows it to stand.</summary>
    public string? GrpcStatus => ValuesOf("grpc-status", IsTrailersOnly ? Headers : Trailers).SingleOrDefault();

    public IReadOnlyList<string> HeaderValues(string name) => ValuesOf(name, Headers);

    public IReadOnlyList<string> TrailerValues(string name) => ValuesOf(name, Trailers);

    public byte[] SingleMessage() => GrpcFrame.UnwrapSingle(Data);

    public override string ToString()
    {
        IEnumerable<string> blocks = HeaderBlocks.Select(block => string.Join('\n', block));
        string errors = $"RST_STREAM {ResetError?.ToString() ?? "none"}, GOAWAY {GoAwayError?.ToString() ?? "none"}";
        return $"{string.Join("\n--\n", blocks)}\n== {Data.Length} bytes of data, ended by {Ending}, {errors}";
    }

    private static string[] ValuesOf(string name, IReadOnlyList<RawField> block) =>
        [.. block.Where(field => field.Name == name).Select(field => field.Value)];
}
