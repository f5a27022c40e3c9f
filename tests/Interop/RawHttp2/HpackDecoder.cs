namespace TypedMetadata.Interop.RawHttp2;

/// <summary>Reads a header block of a server that was told to keep no dynamic table (RFC 7541, section 6).</summary>
internal static class HpackDecoder
{
    private const byte Indexed = 0x80;
    private const byte LiteralWithIndexing = 0x40;
    private const byte TableSizeUpdate = 0x20;

    public static IReadOnlyList<RawField> Decode(ReadOnlySpan<byte> block)
    {
        List<RawField> fields = [];
        HpackReader reader = new(block);
        while (!reader.AtEnd)
        {
            switch (reader.Peek())
            {
                case >= Indexed:
                    fields.Add(HpackStaticTable.FieldAt(reader.ReadInteger(prefixBits: 7)));
                    break;
                case >= LiteralWithIndexing:
                    fields.Add(ReadLiteral(ref reader, indexBits: 6));
                    break;
                case >= TableSizeUpdate:
                    ExpectNoTable(reader.ReadInteger(prefixBits: 5));
                    break;
                default:
                    fields.Add(ReadLiteral(ref reader, indexBits: 4));
                    break;
            }
        }

        return fields;
    }

    private static RawField ReadLiteral(ref HpackReader reader, int indexBits)
    {
        int nameIndex = reader.ReadInteger(indexBits);
        string name = nameIndex == 0 ? reader.ReadString() : HpackStaticTable.FieldAt(nameIndex).Name;
        return new RawField(name, reader.ReadString());
    }

    private static void ExpectNoTable(int size)
    {
        if (size != 0)
        {
            throw new RawHttp2Exception($"The server took a dynamic table of {size} bytes, though it was allowed none.");
        }
    }
}
