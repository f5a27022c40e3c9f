namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD104: GetValueBytes of a key without -bin.</summary>
public sealed class TMD104Tests
{
    [Theory]
    [InlineData("""metadata.{|TMD104:GetValueBytes|}("x");""")]
    [InlineData("""metadata?.{|TMD104:GetValueBytes|}("X-Id");""")]
    [InlineData("""byte[]? value = context.RequestHeaders.{|TMD104:GetValueBytes|}(Names.Text);""")]
    public Task TMD104_is_reported_on_the_method(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""metadata.GetValueBytes("x-bin"); metadata.GetValueBytes("X-BIN"); metadata.GetValue("x");""")]
    [InlineData("""metadata.GetValueBytes(text); metadata.GetValueBytes(Names.Unknown); metadata.GetValueBytes(""); metadata.GetValueBytes("x y");""")]
    public Task TMD104_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD104_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD104
        metadata.GetValueBytes("x");
        """);
}
