using System.Text;

namespace TypedMetadata.Interop.RawHttp2;

/// <summary>Writes every field as a literal without indexing, with a new name and no Huffman coding (RFC 7541, 6.2.2).</summary>
internal static class HpackEncoder
{
    private const byte LiteralWithoutIndexing = 0x00;
    private const int LengthPrefix = 0x7F;

    private static readonly Encoding _bytePerChar = Encoding.GetEncoding(
        "iso-8859-1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    public static byte[] Encode(IEnumerable<RawField> fields)
    {
        List<byte> block = [];
        foreach (RawField field in fields)
        {
            block.Add(LiteralWithoutIndexing);
            AddString(block, field.Name);
            AddString(block, field.Value);
        }

        return [.. block];
    }

    private static void AddString(List<byte> block, string text)
    {
        byte[] bytes = _bytePerChar.GetBytes(text);
        AddLength(block, bytes.Length);
        block.AddRange(bytes);
    }

    private static void AddLength(List<byte> block, int length)
    {
        if (length < LengthPrefix)
        {
            block.Add((byte)length);
            return;
        }

        block.Add(LengthPrefix);
        int rest = length - LengthPrefix;
        while (rest >= 0x80)
        {
            block.Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        block.Add((byte)rest);
    }
}
