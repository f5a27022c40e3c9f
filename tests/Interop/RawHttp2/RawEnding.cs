namespace TypedMetadata.Interop.RawHttp2;

/// <summary>What ended the response.</summary>
internal enum RawEnding
{
    /// <summary>A header block with END_STREAM: trailers, or the only block of a Trailers-Only response.</summary>
    HeaderBlock,

    /// <summary>A DATA frame with END_STREAM, hence no trailers.</summary>
    Data,

    /// <summary>RST_STREAM.</summary>
    Reset,

    /// <summary>GOAWAY that left the stream out, or that was followed by the end of the connection.</summary>
    GoAway,
}
