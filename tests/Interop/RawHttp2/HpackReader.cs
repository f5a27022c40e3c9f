using System.Text;

namespace TypedMetadata.Interop.RawHttp2;

/// <summary>Reads the integers and strings of a header block (RFC 7541, section 5).</summary>
internal ref struct HpackReader(ReadOnlySpan<byte> block)
{
    private const byte HuffmanFlag = 0x80;

    private ReadOnlySpan<byte> _rest = block;

    public readonly bool AtEnd => _rest.IsEmpty;

    public readonly byte Peek() =>
        _rest.IsEmpty ? throw new RawHttp2Exception("A header block ends within a field.") : _rest[0];

    public int ReadInteger(int prefixBits)
    {
        int mask = (1 << prefixBits) - 1;
        int value = Take() & mask;
        if (value < mask)
        {
            return value;
        }

        int shift = 0;
        byte next;
        do
        {
            next = Take();
            value = checked(value + ((next & 0x7F) << shift));
            shift += 7;
        }
        while ((next & 0x80) != 0);

        return value;
    }

    public string ReadString()
    {
        if ((Peek() & HuffmanFlag) != 0)
        {
            throw new RawHttp2Exception("The server sent a Huffman-coded string, which this client does not decode.");
        }

        int length = ReadInteger(prefixBits: 7);
        if (length > _rest.Length)
        {
            throw new RawHttp2Exception($"A header block ends within a string of {length} bytes.");
        }

        string text = Encoding.Latin1.GetString(_rest[..length]);
        _rest = _rest[length..];
        return text;
    }

    private byte Take()
    {
        byte first = Peek();
        _rest = _rest[1..];
        return first;
    }
}
