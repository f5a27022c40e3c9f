using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Reliability.Secrets;

/// <summary>A record of nothing but secrets, of every kind; each is optional, so that a placement is about one.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record SecretRecord
{
    [MetadataKey("auth-token", Sensitive = true, Aliases = ["x-old-token"])]
    public string? Text { get; init; }

    [MetadataKey("ticket-bin", Sensitive = true)]
    public byte[]? Bytes { get; init; }

    [MetadataKey("texts", Sensitive = true)]
    public string[]? Texts { get; init; }

    [MetadataKey("blocks-bin", Sensitive = true)]
    public byte[][]? Blocks { get; init; }

    [MetadataKey("wide", Sensitive = true, PercentEncoded = true)]
    public string? Wide { get; init; }

    [MetadataKey("picky", Sensitive = true)]
    [MetadataConverter(typeof(Picky))]
    public string? Converted { get; init; }

    [MetadataKey("pin", Sensitive = true)]
    public int? Pin { get; init; }

    [MetadataKey(Sensitive = true)]
    public Drawer? Drawer { get; init; }

    [MetadataPrefix("x-secret-", Sensitive = true)]
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    [MetadataPrefix("x-hidden-", Sensitive = true)]
    public IReadOnlyDictionary<string, byte[]> Blobs { get; init; } = new Dictionary<string, byte[]>();
}

/// <summary>A record inside it, whose constructor says too much when it throws.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Drawer(string Combination)
{
    public string Checked { get; } = Combination.Contains('!') ? throw new ArgumentException($"'{Combination}' is no combination.") : "";
}

/// <summary>A converter that says too much when it throws.</summary>
public sealed class Picky : ITextMetadataConverter<string>
{
    public string Format(string value) => value.Contains('!') ? throw new FormatException($"'{value}' is not right.") : value;

    public bool TryParse(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return text.Contains('!') ? throw new FormatException($"'{text}' is not right.") : true;
    }
}
