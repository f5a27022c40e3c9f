using TypedMetadata.CodeFixes;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>The fixes of the usage rules: what they make, all at once too, and where they hold back.</summary>
public sealed class UsageFixTests
{
    [Theory]
    [InlineData("metadata.Add(\"x-bin\", text);", "metadata.Add(\"x\", text);")]
    [InlineData("metadata.Add( /* key */ \"x\" /* why */, bytes); // after", "metadata.Add( /* key */ \"x-bin\" /* why */, bytes); // after")]
    [InlineData("Metadata.Entry entry = new(@\"x\", bytes);", "Metadata.Entry entry = new(\"x-bin\", bytes);")]
    [InlineData("Metadata other = new()\n{\n    // first\n    { \"x\", bytes },\n};", "Metadata other = new()\n{\n    // first\n    { \"x-bin\", bytes },\n};")]
    public Task TMD100_repairs_the_suffix(string before, string after) => FixedSource.VerifyAsync(new KeyLiteralFix(), Wrap(before), Wrap(after));

    [Fact]
    public Task TMD100_repairs_every_suffix_at_once() => FixedSource.VerifyAllAsync(
        new KeyLiteralFix(),
        Wrap("metadata.Add(\"x-bin\", text); metadata.Add(\"y\", bytes); Metadata other = new() { { \"z\", bytes } };"),
        Wrap("metadata.Add(\"x\", text); metadata.Add(\"y-bin\", bytes); Metadata other = new() { { \"z-bin\", bytes } };"));

    [Theory]
    [InlineData("const string key = \"x\"; metadata.Add(key, bytes);")]
    [InlineData("metadata.Add(\"x\" + \"y\", bytes);")]
    [InlineData("metadata.Add($\"x\", bytes);")]
    [InlineData("metadata.Add(\"x y\", bytes);")]
    [InlineData("metadata.Add(\"-bin\", text);")]
    [InlineData("metadata.Add(\"x-bin-bin\", text);")]
    public Task TMD100_leaves_alone_what_one_literal_does_not_mend(string before) => FixedSource.VerifyNoneAsync(new KeyLiteralFix(), Wrap(before));

    [Theory]
    [InlineData("metadata.Add(\"X-Id\", text);", "metadata.Add(\"x-id\", text);")]
    [InlineData("metadata.Add(\n    \"X-Bin\", // the key\n    bytes);", "metadata.Add(\n    \"x-bin\", // the key\n    bytes);")]
    public Task TMD106_lowers_the_literal(string before, string after) => FixedSource.VerifyAsync(new KeyLiteralFix(), Wrap(before), Wrap(after));

    [Fact]
    public Task TMD106_lowers_every_literal_at_once() => FixedSource.VerifyAllAsync(
        new KeyLiteralFix(),
        Wrap("metadata.Add(\"A\", text); metadata.Add(\"B\", text);"),
        Wrap("metadata.Add(\"a\", text); metadata.Add(\"b\", text);"));

    [Theory]
    [InlineData("var value = metadata.GetValue(\"x-bin\");", "var value = metadata.GetValueBytes(\"x-bin\");")]
    [InlineData("metadata?. /* why */ GetValue(\"x-bin\");", "metadata?. /* why */ GetValueBytes(\"x-bin\");")]
    [InlineData("byte[]? value = metadata.GetValue(\"x-bin\");", "byte[]? value = metadata.GetValueBytes(\"x-bin\");")]
    [InlineData("int? length = metadata.GetValue(\"x-bin\")?.Length;", "int? length = metadata.GetValueBytes(\"x-bin\")?.Length;")]
    public Task TMD103_calls_GetValueBytes(string before, string after) => FixedSource.VerifyAsync(new ReadMethodFix(), Wrap(before), Wrap(after));

    [Theory]
    [InlineData("string? value = metadata.GetValue(\"x-bin\");")]
    [InlineData("var value = metadata.GetValue(\"x-bin\"); value?.Trim();")]
    [InlineData("text = metadata.GetValue(\"x-bin\")!;")]
    public Task TMD103_holds_back_where_text_is_needed(string before) => FixedSource.VerifyNoneAsync(new ReadMethodFix(), Wrap(before));

    [Theory]
    [InlineData("_ = metadata.GetValueBytes(\"x\");", "_ = metadata.GetValue(\"x\");")]
    [InlineData("string? value = metadata.GetValueBytes(\"x\");", "string? value = metadata.GetValue(\"x\");")]
    public Task TMD104_calls_GetValue(string before, string after) => FixedSource.VerifyAsync(new ReadMethodFix(), Wrap(before), Wrap(after));

    [Theory]
    [InlineData("byte[]? value = metadata.GetValueBytes(\"x\");")]
    [InlineData("System.Text.Encoding.UTF8.GetString(metadata.GetValueBytes(\"x\")!);")]
    public Task TMD104_holds_back_where_bytes_are_needed(string before) => FixedSource.VerifyNoneAsync(new ReadMethodFix(), Wrap(before));

    [Fact]
    public Task TMD103_calls_GetValueBytes_everywhere_at_once() => FixedSource.VerifyAllAsync(
        new ReadMethodFix(),
        Wrap("var a = metadata.GetValue(\"a-bin\"); var b = metadata.GetValue(\"b-bin\");"),
        Wrap("var a = metadata.GetValueBytes(\"a-bin\"); var b = metadata.GetValueBytes(\"b-bin\");"));

    [Fact]
    public Task TMD104_calls_GetValue_everywhere_at_once() => FixedSource.VerifyAllAsync(
        new ReadMethodFix(),
        Wrap("var a = metadata.GetValueBytes(\"a\"); var b = metadata.GetValueBytes(\"b\");"),
        Wrap("var a = metadata.GetValue(\"a\"); var b = metadata.GetValue(\"b\");"));

    [Fact]
    public Task TMD103_holds_back_in_a_method_that_answers_text() => FixedSource.VerifyNoneAsync(
        new ReadMethodFix(), "using Grpc.Core;\npublic static class Uses { public static string? Read(Metadata metadata) => metadata.GetValue(\"x-bin\"); }");

    private static string Wrap(string statements) => $$"""
        using Grpc.Core;
        public static class Uses
        {
            public static void Run(Metadata metadata, string text, byte[] bytes)
            {
                {{statements}}
            }
        }
        """;
}
