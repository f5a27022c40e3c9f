using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Interop.Canaries;

/// <summary>User code that throws, or complains, with the secret in its message; where <see cref="MetadataKeyAttribute.Sensitive"/> keeps it out of sight.</summary>
internal static class Hostile
{
    internal static Exception Of(object secret) => new FormatException($"Bad secret {secret}", new InvalidOperationException($"{secret}")) { Data = { ["secret"] = secret } };
}

[GrpcMetadata(MetadataDirections.All)]
internal sealed partial record HostileConverter([MetadataKey("word", Sensitive = true), MetadataConverter(typeof(HostileText))] Pass Word);

internal sealed class HostileText : ITextMetadataConverter<Pass>
{
    public string Format(Pass value) => throw Hostile.Of(value.Word);

    public bool TryParse(string text, [MaybeNullWhen(false)] out Pass value) => throw Hostile.Of(text);
}

[GrpcMetadata(MetadataDirections.All)]
internal sealed partial record HostileBinary([MetadataKey("word-bin", Sensitive = true), MetadataConverter(typeof(HostileBytes))] Pass Word);

internal sealed class HostileBytes : IBinaryMetadataConverter<Pass>
{
    public ReadOnlyMemory<byte> Encode(Pass value) => throw Hostile.Of(value.Word);

    public bool TryDecode(ReadOnlyMemory<byte> bytes, [MaybeNullWhen(false)] out Pass value) => throw Hostile.Of(Convert.ToHexString(bytes.Span));
}

[GrpcMetadata(MetadataDirections.All)]
internal sealed partial record HostileParser([MetadataKey("word", Sensitive = true)] HostileWord Word);

internal sealed record HostileWord(string Word) : IParsable<HostileWord>, IFormattable
{
    public static HostileWord Parse(string text, IFormatProvider? provider) => throw Hostile.Of(text);

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, [MaybeNullWhen(false)] out HostileWord result) => throw Hostile.Of(text!);

    public string ToString(string? format, IFormatProvider? formatProvider) => throw Hostile.Of(Word);
}

[GrpcMetadata(MetadataDirections.All)]
internal sealed partial record HostileConstructor([MetadataKey("word", Sensitive = true)] string Word)
{
    public int Length { get; } = Word.Contains(Canary.Text, StringComparison.Ordinal) ? throw Hostile.Of(Word) : Word.Length;
}

[GrpcMetadata(MetadataDirections.All)]
internal sealed partial record HostileProperty
{
    private readonly string _word = "";

    [MetadataKey("word", Sensitive = true)]
    public string Word
    {
        get => _word.Length == 0 ? throw Hostile.Of(Canary.Text) : _word;
        init => _word = value.Contains(Canary.Text, StringComparison.Ordinal) ? throw Hostile.Of(value) : value;
    }
}

[GrpcMetadata(MetadataDirections.All)]
internal sealed partial record HostileRules([MetadataKey("word", Sensitive = true)] string Word)
{
    static partial void Validate(in HostileRules value, ICollection<MetadataError> errors) => throw Hostile.Of(value.Word);
}

[GrpcMetadata(MetadataDirections.All)]
internal sealed partial record HostileInside(string Label, HostileRules Inner);
