using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Interop.Canaries;

/// <summary>User code that throws, or reports an error, with the secret in its message; where <see cref="MetadataKeyAttribute.Sensitive"/> keeps it out of sight.</summary>
internal static class ThrowingUserCode
{
    internal static Exception Of(object secret) => new FormatException($"Bad secret {secret}", new InvalidOperationException($"{secret}")) { Data = { ["secret"] = secret } };
}

[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record HostileConverter([MetadataKey("word", Sensitive = true), MetadataConverter(typeof(HostileText))] Pass Word);

internal sealed class HostileText : ITextMetadataConverter<Pass>
{
    public string Format(Pass value) => throw ThrowingUserCode.Of(value.Word);

    public bool TryParse(string text, [MaybeNullWhen(false)] out Pass value) => throw ThrowingUserCode.Of(text);
}

[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record HostileBinary([MetadataKey("word-bin", Sensitive = true), MetadataConverter(typeof(HostileBytes))] Pass Word);

internal sealed class HostileBytes : IBinaryMetadataConverter<Pass>
{
    public ReadOnlyMemory<byte> Encode(Pass value) => throw ThrowingUserCode.Of(value.Word);

    public bool TryDecode(ReadOnlyMemory<byte> bytes, [MaybeNullWhen(false)] out Pass value) => throw ThrowingUserCode.Of(Convert.ToHexString(bytes.Span));
}

[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record HostileParser([MetadataKey("word", Sensitive = true)] HostileWord Word);

internal sealed record HostileWord(string Word) : IParsable<HostileWord>, IFormattable
{
    public static HostileWord Parse(string text, IFormatProvider? provider) => throw ThrowingUserCode.Of(text);

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, [MaybeNullWhen(false)] out HostileWord result) => throw ThrowingUserCode.Of(text!);

    public string ToString(string? format, IFormatProvider? formatProvider) => throw ThrowingUserCode.Of(Word);
}

[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record HostileConstructor([MetadataKey("word", Sensitive = true)] string Word)
{
    public int Length { get; } = Word.Contains(Canary.Text, StringComparison.Ordinal) ? throw ThrowingUserCode.Of(Word) : Word.Length;
}

[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record HostileProperty
{
    private readonly string _word = "";

    [MetadataKey("word", Sensitive = true)]
    public string Word
    {
        get => _word.Length == 0 ? throw ThrowingUserCode.Of(Canary.Text) : _word;
        init => _word = value.Contains(Canary.Text, StringComparison.Ordinal) ? throw ThrowingUserCode.Of(value) : value;
    }
}

[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record HostileRules([MetadataKey("word", Sensitive = true)] string Word)
{
    static partial void Validate(in HostileRules value, ICollection<MetadataError> errors) => throw ThrowingUserCode.Of(value.Word);
}

[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record HostileInside(string Label, HostileRules Inner);
