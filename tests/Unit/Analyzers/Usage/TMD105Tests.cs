namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD105: text outside printable ASCII.</summary>
public sealed class TMD105Tests
{
    [Theory]
    [InlineData("""metadata.Add("x", {|TMD105:"a\nb"|}); metadata.Add("x", {|TMD105:"é"|}); metadata.Add("x", {|TMD105:"\t"|});""")]
    [InlineData("""metadata.Add(text, {|TMD105:"a\u007f"|});""")]
    [InlineData("""Metadata other = new() { { "x", {|TMD105:"a" + "\r\n"|} } }; _ = new Metadata.Entry(value: {|TMD105:"\0"|}, key: "x");""")]
    [InlineData("""const string local = "ü"; metadata.Add("x", {|TMD105:local|}); metadata.Add("x", {|TMD105:$"{local}"|});""")]
    [InlineData("""metadata.Add({|TMD106:"X"|}, {|TMD105:"é"|}); metadata.Add({|TMD101:"x y"|}, {|TMD105:"é"|});""")]
    public Task TMD105_is_reported_on_the_value(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""metadata.Add("x", " !~ "); metadata.Add("x", ""); metadata.Add("x", text); metadata.Add("x", text + "\n");""")]
    [InlineData("""metadata.Add("x-bin", Encoding.UTF8.GetBytes("é")); metadata.Add("x", (string)null!);""")]
    public Task TMD105_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD105_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD105
        metadata.Add("x", "é");
        """);

    [Theory]
    [InlineData("""metadata.Add("x", "é\n");""", "The value of 'x' has the character U+000A, which closes the connection, with every call on it: ")]
    [InlineData("""metadata.Add("x", "é");""", "The value of 'x' has the character U+00E9, which fails the call: ")]
    [InlineData("""metadata.Add(text.Trim(), "\t");""", "The value of 'text.Trim()' has the character U+0009, which is no text that gRPC allows: ")]
    public async Task TMD105_names_the_worst_character_and_what_it_does(string statements, string message) =>
        Assert.StartsWith("TMD105: " + message, Assert.Single(await UsageSource.MessagesAsync(statements)), StringComparison.Ordinal);
}
