namespace TypedMetadata.Fuzzing.Targets;

/// <summary>A <c>-bin</c> field: base64 with padding or without, several joined by commas.</summary>
internal static class Base64List
{
    private const int MostItems = 256;

    internal static void Run(string field)
    {
        byte[]?[] items = [.. field.Split(',').Select(ByTheFramework)];
        bool isOne = Wire.TryRead([new("block-bin", field)], out OneBlock? one);
        bool isList = Wire.TryRead([new("blocks-bin", field)], out Blocks? list);
        BrokenPromiseException.Unless(isOne == items.All(item => item is not null && item.AsSpan().SequenceEqual(items[0])), "a value is base64 that came once, or several times alike");
        BrokenPromiseException.Unless(isList == (items.Length <= MostItems && items.All(item => item is not null)), "a list is base64, of so many items at most");
        if (isOne)
        {
            BrokenPromiseException.Unless(one!.Block.AsSpan().SequenceEqual(items[0]), "a value is what the framework decodes");
            Wire.CheckRoundTrip(one);
        }

        if (isList)
        {
            BrokenPromiseException.Unless(list!.Items.Zip(items).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)), "items are what the framework decodes, in their order");
            CheckCanonical(list);
            CheckSeparate(field, list);
            Wire.CheckRoundTrip(list);
        }
    }

    // In other words than ours: what is no base64 is found by looking at each character, and the padding is filled up.
    private static byte[]? ByTheFramework(string item)
    {
        string text = item.Trim(' ', '\t');
        string bare = text.TrimEnd('=');
        bool valid = text.Length - bare.Length <= 2 && bare.Length % 4 != 1 && bare.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/');
        return valid ? Convert.FromBase64String(Padded(bare)) : null;
    }

    private static void CheckCanonical(Blocks list)
    {
        foreach ((_, string written) in Wire.TryWrite(list) ?? [])
        {
            string padded = Padded(written);
            BrokenPromiseException.Unless(Convert.ToBase64String(Convert.FromBase64String(padded)) == padded, "what is written is the base64 of the framework without its padding");
        }
    }

    private static string Padded(string text) => text.PadRight((text.Length + 3) / 4 * 4, '=');

    private static void CheckSeparate(string field, Blocks joined)
    {
        bool reads = Wire.TryRead(field.Split(',').Select(item => KeyValuePair.Create("blocks-bin", item)), out Blocks? separate);
        BrokenPromiseException.Unless(reads && separate!.Equals(joined), "joined by commas and on lines of their own, values are the same");
    }
}

/// <summary>One value.</summary>
[GrpcMetadata]
internal sealed partial record OneBlock(byte[] Block);

/// <summary>Many.</summary>
[GrpcMetadata]
internal sealed partial record Blocks([property: MetadataKey("blocks-bin")] byte[][] Items);
