namespace TypedMetadata.Interop.RawHttp2;

/// <summary>The frame flags of RFC 9113, section 6; which of them apply depends on the frame type.</summary>
[Flags]
internal enum FrameFlags : byte
{
    None = 0,
    EndStream = 0x1,
    Ack = 0x1,
    EndHeaders = 0x4,
    Padded = 0x8,
    Priority = 0x20,
}
