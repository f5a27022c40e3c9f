namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD101: keys that cannot be sent.</summary>
public sealed class TMD101Tests
{
    [Theory]
    [InlineData("""metadata.Add({|TMD101:"x y"|}, text); metadata.Add({|TMD101:":path"|}, text); metadata.Add({|TMD101:"größe"|}, text);""")]
    [InlineData("""_ = new Metadata.Entry({|TMD101:"x/y-bin"|}, bytes);""")]
    [InlineData("""metadata.Add({|TMD101:""|}, text); metadata.Add({|TMD101:""|}, bytes);""")]
    [InlineData("""Metadata other = new() { { {|TMD101:"a" + "!"|}, text } };""")]
    [InlineData("""metadata.Add({|TMD101:"X Y"|}, text); metadata.Add({|TMD101:"grpc-a b"|}, text);""")]
    public Task TMD101_is_reported_on_the_key(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""metadata.Add("a-z_0.9", text); metadata.Add("-bin", bytes); metadata.Add("-", text);""")]
    [InlineData("""metadata.Add(text + " ", text); metadata.Add(Names.Unknown + " ", bytes);""")]
    [InlineData("""metadata.Get("x y"); metadata.GetValue("x y"); metadata.GetValueBytes("x y"); metadata.GetAll("");""")]
    public Task TMD101_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD101_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD101
        metadata.Add("x y", text);
        """);

    [Theory]
    [InlineData("""metadata.Add("x y", text);""", "The key 'x y' has the character U+0020, so it throws at run time: use")]
    [InlineData("""metadata.Add("x/y", text);""", "The key 'x/y' has the character '/', so it throws at run time: use")]
    [InlineData("""metadata.Add("", text);""", "The key '' is empty, so a client loses it and a server throws: use")]
    public async Task TMD101_names_the_character(string statements, string message) =>
        Assert.StartsWith("TMD101: " + message, Assert.Single(await UsageSource.MessagesAsync(statements)), StringComparison.Ordinal);
}
