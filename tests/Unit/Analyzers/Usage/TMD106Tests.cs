namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD106: constant keys with upper-case letters.</summary>
public sealed class TMD106Tests
{
    [Theory]
    [InlineData("""metadata.Add({|TMD106:"X-Id"|}, text); metadata.Add({|TMD106:"X-Bin"|}, bytes);""")]
    [InlineData("""Metadata other = new() { { {|TMD106:"Authorization"|}, text } }; Metadata.Entry entry = new({|TMD106:"A"|}, text);""")]
    [InlineData("""metadata.Add({|TMD106:nameof(Names)|}, text);""")]
    public Task TMD106_is_reported_on_the_key(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""metadata.Add("x-id", text); metadata.Add("x-bin", bytes); metadata.Add(text.ToUpperInvariant(), text);""")]
    [InlineData("""metadata.Get("X-Id"); metadata.GetAll("X-Id"); metadata.GetValue("X-Id"); metadata.GetValueBytes("X-Bin");""")]
    public Task TMD106_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD106_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD106
        metadata.Add("X-Id", text);
        """);
}
