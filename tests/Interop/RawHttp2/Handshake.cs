using System.Buffers.Binary;

namespace TypedMetadata.Interop.RawHttp2;

/// <summary>What the client says first: no dynamic table, no push, and windows no answer will fill.</summary>
internal static class Handshake
{
    private const ushort HeaderTableSize = 0x1;
    private const ushort EnablePush = 0x2;
    private const ushort InitialWindowSize = 0x4;
    private const int DefaultWindow = 65535;

    public static byte[] Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    public static IReadOnlyList<Frame> Frames =>
    [
        new(FrameType.Settings, FrameFlags.None, 0,
        [
            .. Setting(HeaderTableSize, 0),
            .. Setting(EnablePush, 0),
            .. Setting(InitialWindowSize, int.MaxValue),
        ]),
        new(FrameType.WindowUpdate, FrameFlags.None, 0, BigEndian(int.MaxValue - DefaultWindow)),
    ];

    private static byte[] Setting(ushort id, int value) => [(byte)(id >> 8), (byte)id, .. BigEndian(value)];

    private static byte[] BigEndian(int value)
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
