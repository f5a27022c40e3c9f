namespace TypedMetadata.Fuzzing.Targets;

/// <summary>A <c>-bin</c> field: base64 with padding or without, several joined by commas.</summary>
internal static class Base64List
{
    internal static void Run(string field)
    {
        bool isOne = Wire.TryRead([new("block-bin", field)], out OneBlock? one);
        bool isList = Wire.TryRead([new("blocks-bin", field)], out Blocks? list);
        BrokenPromiseException.Unless(!isOne || isList, "what is a value is a list");
        if (isOne)
        {
            BrokenPromiseException.Unless(list!.Items.All(item => item.AsSpan().SequenceEqual(one!.Block)), "a value that came several times is every item of the list");
            Wire.CheckRoundTrip(one!);
        }

        if (isList)
        {
            CheckCanonical(list!);
            CheckSeparate(field, list!);
            Wire.CheckRoundTrip(list!);
        }
    }

    private static void CheckCanonical(Blocks list)
    {
        foreach ((_, string written) in Wire.TryWrite(list) ?? [])
        {
            string padded = written.PadRight((written.Length + 3) / 4 * 4, '=');
            BrokenPromiseException.Unless(Convert.ToBase64String(Convert.FromBase64String(padded)) == padded, "what is written is the base64 of the framework without its padding");
        }
    }

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
