using System.Diagnostics.CodeAnalysis;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <summary>Sensitive values of every kind, each with the canary in it, and an open one beside them.</summary>
#pragma warning disable TMD055 // Secrets that somebody tries to trace all the same.
[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record Secrets(
    [MetadataKey(Traced = true)] string Open,
    [MetadataKey("authorization", Sensitive = true, Traced = true, Aliases = ["x-old-authorization"])] string Text,
    [MetadataKey(Sensitive = true, Traced = true)] byte[] Bytes,
#pragma warning restore TMD055
    [MetadataKey("id", Sensitive = true)] Guid Id,
    [MetadataKey("id-bin", Sensitive = true)] Guid IdBytes,
    [MetadataKey(Sensitive = true, PercentEncoded = true)] string Name,
    [MetadataKey(Sensitive = true)] string[] Texts,
    [MetadataKey(Sensitive = true)] byte[][] Blocks,
    [MetadataKey(Sensitive = true), MetadataConverter(typeof(PassText))] Pass Pass,
    [MetadataKey(Sensitive = true)] Inside Inside)
{
    [MetadataKey("note-bin", Sensitive = true)]
    public EchoMessage? Note { get; init; }

    public Small? Small { get; init; }

    [MetadataPrefix("x-text-", Sensitive = true)]
    public IReadOnlyDictionary<string, string> TextMap { get; init; } = new Dictionary<string, string>();

    [MetadataPrefix("x-blob-", Sensitive = true)]
    public IReadOnlyDictionary<string, byte[]> BlobMap { get; init; } = new Dictionary<string, byte[]>();

    internal static Secrets Full { get; } = new(
        "open", Canary.Text, Canary.Bytes, Canary.Id, Canary.Id, Canary.Unicode, [Canary.Text, Canary.Text + "2"], [Canary.Bytes, Canary.Bytes], new Pass(Canary.Text), new Inside(Canary.Text, 7))
    {
        Note = new EchoMessage { Text = Canary.Text },
        TextMap = new Dictionary<string, string> { ["a"] = Canary.Text, ["b"] = Canary.Text },
        BlobMap = new Dictionary<string, byte[]> { ["a"] = Canary.Bytes },
    };
}

/// <summary>Nothing of it says that it is a secret but the record around it.</summary>
[GrpcMetadata(MetadataPositions.All, Prefix = "inside-")]
internal sealed partial record Inside(string Word, int Number);

/// <summary>Too small for the canary.</summary>
[GrpcMetadata(MetadataPositions.All, MaxSize = 50)]
internal sealed partial record Small([MetadataKey("small", Sensitive = true)] string Word);

/// <summary>A record that is no secret, with one inside that has some.</summary>
[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record Holder(string Label, Secrets Inner);

/// <summary>A value that a converter spells.</summary>
internal sealed record Pass(string Word);

/// <summary>Rejects what has a question mark, and throws at an exclamation mark, with the value in its message.</summary>
internal sealed class PassText : ITextMetadataConverter<Pass>
{
    public string Format(Pass value) => value.Word.Contains('!') ? throw new FormatException($"Cannot write {value.Word}") : value.Word;

    public bool TryParse(string text, [MaybeNullWhen(false)] out Pass value)
    {
        value = text.Contains('!') ? throw new FormatException($"Cannot read {text}") : new Pass(text);
        return text.Length != 0 && !text.Contains('?');
    }
}
