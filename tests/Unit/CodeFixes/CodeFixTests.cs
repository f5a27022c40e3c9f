using TypedMetadata.CodeFixes;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>The fixes of one small edit: what each makes, all at once too, and where it holds back.</summary>
public sealed class CodeFixTests
{
    [Theory]
    [InlineData("[GrpcMetadata] record A(string X);", "[GrpcMetadata] partial record A(string X);")]
    [InlineData("// above\n[GrpcMetadata]\n// between\npublic sealed record A(string X); // after", "// above\n[GrpcMetadata]\n// between\npublic sealed partial record A(string X); // after")]
    [InlineData("public class Outer\n{\n    [GrpcMetadata]\n    public sealed partial record A(string X);\n}", "public partial class Outer\n{\n    [GrpcMetadata]\n    public sealed partial record A(string X);\n}")]
    [InlineData("[GrpcMetadata] public readonly record struct A(string X);", "[GrpcMetadata] public readonly partial record struct A(string X);")]
    public Task TMD001_adds_partial(string before, string after) => FixedSource.VerifyAsync(new AddPartialFix(), before, after);

    [Fact]
    public Task TMD001_adds_partial_everywhere_at_once() => FixedSource.VerifyAllAsync(
        new AddPartialFix(),
        "[GrpcMetadata] public sealed record A(string X);\n[GrpcMetadata] public sealed record B(string X);",
        "[GrpcMetadata] public sealed partial record A(string X);\n[GrpcMetadata] public sealed partial record B(string X);");

    [Theory]
    [InlineData("[GrpcMetadata] public partial record A(string X);", "[GrpcMetadata] public sealed partial record A(string X);")]
    [InlineData("[GrpcMetadata]\n// why\npartial record A(string X);", "[GrpcMetadata]\n// why\nsealed partial record A(string X);")]
    public Task TMD010_adds_sealed(string before, string after) => FixedSource.VerifyAsync(new AddSealedFix(), before, after);

    [Fact]
    public Task TMD010_adds_sealed_everywhere_at_once() => FixedSource.VerifyAllAsync(
        new AddSealedFix(),
        "[GrpcMetadata] public partial record A(byte[] X);\n[GrpcMetadata] public partial record B(string X);",
        "[GrpcMetadata] public sealed partial record A(byte[] X);\n[GrpcMetadata] public sealed partial record B(string X);");

    [Theory]
    [InlineData("[GrpcMetadata] public partial record A(string X); public record B(string X) : A(X);")]
    [InlineData("[GrpcMetadata] public partial record A(string X) { public virtual int Y => 1; }")]
    public Task TMD010_holds_back_where_sealed_would_not_compile(string before) => FixedSource.VerifyNoneAsync(new AddSealedFix(), before);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(\"X-Id\")] string X);", "[GrpcMetadata] public sealed partial record A([MetadataKey(\"x-id\")] string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(\"token\", Sensitive = true)] byte[] X);", "[GrpcMetadata] public sealed partial record A([MetadataKey(\"token-bin\", Sensitive = true)] byte[] X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey( /* key */ \"count-bin\")] int X);", "[GrpcMetadata] public sealed partial record A([MetadataKey( /* key */ \"count\")] int X);")]
    public Task TMD021_TMD022_TMD023_mend_the_literal(string before, string after) => FixedSource.VerifyAsync(new KeyLiteralFix(), before, after);

    [Fact]
    public Task TMD022_repairs_every_literal_at_once() => FixedSource.VerifyAllAsync(
        new KeyLiteralFix(),
        "[GrpcMetadata] public sealed partial record A([MetadataKey(\"a\")] byte[] X, [MetadataKey(\"b\")] byte[] Y);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(\"a-bin\")] byte[] X, [MetadataKey(\"b-bin\")] byte[] Y);");

    [Theory]
    [InlineData("static class K { public const string Id = \"X-Id\"; } [GrpcMetadata] public sealed partial record A([MetadataKey(K.Id)] string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string PayloadBin);")]
    public Task Key_that_is_no_literal_is_left_alone(string before) => FixedSource.VerifyNoneAsync(new KeyLiteralFix(), before);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(string Password);", "[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string Password);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(\"x-jwt\")] string X);", "[GrpcMetadata] public sealed partial record A([MetadataKey(\"x-jwt\", Sensitive = true)] string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(\"x-jwt\", Sensitive = false)] string X);", "[GrpcMetadata] public sealed partial record A([MetadataKey(\"x-jwt\", Sensitive = true)] string X);")]
    [InlineData("[GrpcMetadata]\npublic sealed partial record A\n{\n    // why\n    public string? ApiKey { get; init; }\n}", "[GrpcMetadata]\npublic sealed partial record A\n{\n    // why\n    [MetadataKey(Sensitive = true)]\n    public string? ApiKey { get; init; }\n}")]
    [InlineData(
        "[GrpcMetadata]\npublic sealed partial record A\n{\n    /// <summary>Who.</summary>\n    // why\n    [Obsolete]\n    public string? ApiKey { get; init; } // here\n}",
        "[GrpcMetadata]\npublic sealed partial record A\n{\n    /// <summary>Who.</summary>\n    // why\n    [MetadataKey(Sensitive = true)]\n    [Obsolete]\n    public string? ApiKey { get; init; } // here\n}")]
    [InlineData(
        "[GrpcMetadata]\npublic sealed partial record A(\n    /* who */ [property: Obsolete] string Password, // here\n    int B);",
        "[GrpcMetadata]\npublic sealed partial record A(\n    /* who */ [MetadataKey(Sensitive = true)] [property: Obsolete] string Password, // here\n    int B);")]
    [InlineData(
        "[GrpcMetadata]\npublic sealed partial record A\n{\n    [MetadataKey(\n        \"x-jwt\",\n        MaxItems = 3\n    )]\n    public string[]? X { get; init; }\n}",
        "[GrpcMetadata]\npublic sealed partial record A\n{\n    [MetadataKey(\n        \"x-jwt\",\n        MaxItems = 3,\n        Sensitive = true\n    )]\n    public string[]? X { get; init; }\n}")]
    [InlineData(
        "[GrpcMetadata]\npublic sealed partial record A\n{\n#if true\n    [MetadataKey(\"x-jwt\")]\n#endif\n    public string? X { get; init; }\n}",
        "[GrpcMetadata]\npublic sealed partial record A\n{\n#if true\n    [MetadataKey(\"x-jwt\", Sensitive = true)]\n#endif\n    public string? X { get; init; }\n}")]
    [InlineData(
        "[GrpcMetadata] public sealed partial record A([MetadataPrefix(\"x-token-\")] System.Collections.Generic.IReadOnlyDictionary<string, string> Tokens);",
        "[GrpcMetadata] public sealed partial record A([MetadataPrefix(\"x-token-\", Sensitive = true)] System.Collections.Generic.IReadOnlyDictionary<string, string> Tokens);")]
    public Task TMD029_sets_Sensitive(string before, string after) => FixedSource.VerifyAsync(new MarkSensitiveFix(), before, after);

    [Fact]
    public Task TMD029_sets_Sensitive_everywhere_at_once() => FixedSource.VerifyAllAsync(
        new MarkSensitiveFix(),
        "[GrpcMetadata] public sealed partial record A(string Password, string ApiKey);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string Password, [MetadataKey(Sensitive = true)] string ApiKey);");

    [Theory]
    [InlineData("private static void Validate(in A value, System.Collections.Generic.ICollection<MetadataError> errors) { }", "private static partial void Validate(in A value, System.Collections.Generic.ICollection<MetadataError> errors) { }")]
    [InlineData("static void Validate(A value, System.Collections.Generic.ICollection<MetadataError> errors) { }", "static partial void Validate(in A value, System.Collections.Generic.ICollection<MetadataError> errors) { }")]
    public Task TMD014_makes_Validate_the_hook(string before, string after) => FixedSource.VerifyAsync(
        new CallValidateFix(), $"[GrpcMetadata] public sealed partial record A(string X) {{ {before} }}", $"[GrpcMetadata] public sealed partial record A(string X) {{ {after} }}");

    [Theory]
    [InlineData("private static bool Validate(A value) => true;")]
    [InlineData("private void Validate(A value, System.Collections.Generic.ICollection<MetadataError> errors) { }")]
    public Task TMD014_of_another_signature_is_left_alone(string method) =>
        FixedSource.VerifyNoneAsync(new CallValidateFix(), $"[GrpcMetadata] public sealed partial record A(string X) {{ {method} }}");
}
