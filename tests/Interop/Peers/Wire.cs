namespace TypedMetadata.Interop.Peers;

/// <summary>Values that every peer is sent and sends.</summary>
internal static class Wire
{
    internal const int SevenKibibytes = 7 * 1024;

    /// <summary>Of gRPC's interop tests, case <c>special_status_message</c>.</summary>
    internal const string SpecialStatusMessage = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";

    /// <summary>Every character that a text may hold.</summary>
    internal static string EveryCharacter { get; } = "a" + string.Concat(Enumerable.Range(0x20, 0x5F).Select(code => (char)code)) + "z";

    internal static string LongText { get; } = new('x', SevenKibibytes);

    /// <summary>More than the 8 KiB that the specification suggests as the limit of a header block.</summary>
    internal static string NineKibibytes { get; } = new('x', 9 * 1024);

    /// <summary>7 KiB in base64.</summary>
    internal static byte[] LongBytes { get; } = [.. Enumerable.Range(0, SevenKibibytes / 4 * 3).Select(i => (byte)i)];
}
