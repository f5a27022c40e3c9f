using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;
using TypedMetadata.Unit.Properties;

namespace TypedMetadata.Fuzzing.Targets;

/// <summary>The value of a key of any type, alone or as a list. The first character says which key of which record.</summary>
internal static class TypedText
{
    internal static void Run(string input)
    {
        if (input.Length == 0)
        {
            return;
        }

        int choice = input[0];
        string field = input[1..];
        if (choice < 64)
        {
            Read<Everything>(choice, field);
        }
        else if (choice < 128)
        {
            Read<Arrays>(choice, field);
        }
        else if (choice < 192)
        {
            Read<OtherLists>(choice, field);
        }
        else
        {
            Read<Options>(choice, field);
        }
    }

    private static void Read<T>(int choice, string field)
        where T : class, IGrpcMetadata<T>
    {
        KeyDescriptor key = T.Descriptor.Layout.Keys[choice % T.Descriptor.Layout.Keys.Length];
        if (Wire.TryRead([new(key.Key, field)], out T? value))
        {
            // To Uri itself a backslash and its escape differ.
            Wire.CheckRoundTrip(value, isEqual: key.Key != "uri");
            CheckList(key.Key, field);
        }
    }

    // Records with arrays have the same keys.
    private static void CheckList(string key, string field)
    {
        bool isOneItem = !field.Contains(',') && Wire.Has<Arrays>(key);
        BrokenPromiseException.Unless(!isOneItem || Wire.TryRead<Arrays>([new(key, field)], out _), "what is a value is a list of one");
    }
}

/// <summary>Options that change how a text is written.</summary>
[GrpcMetadata]
internal sealed partial record Options
{
    [MetadataKey(PercentEncoded = true)]
    public string? Coded { get; init; }

    [MetadataKey(PercentEncoded = true)]
    public string[] CodedList { get; init; } = [];

    [MetadataKey(PercentEncoded = true, Sensitive = true)]
    public string? CodedSecret { get; init; }

    [MetadataKey(Sensitive = true)]
    public string? Secret { get; init; }

    [MetadataKey(Sensitive = true, AllowComma = true)]
    public string? SecretWithCommas { get; init; }

    [MetadataKey(AllowEmpty = true)]
    public string Empty { get; init; } = "";

    [MetadataKey(Format = "c")]
    public TimeSpan? Constant { get; init; }

    [MetadataKey(MaxItems = 3)]
    public int[] Few { get; init; } = [];
}
