namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD103: GetValue of a key with -bin.</summary>
public sealed class TMD103Tests
{
    [Theory]
    [InlineData("""metadata.{|TMD103:GetValue|}("x-bin");""")]
    [InlineData("""metadata?.{|TMD103:GetValue|}("X-Bin");""")]
    [InlineData("""string? value = metadata.{|TMD103:GetValue|}(Names.Binary) ?? metadata.{|TMD103:GetValue|}(key: "y" + "-bin");""")]
    [InlineData("""context.RequestHeaders.{|TMD103:GetValue|}({|TMD107:"x-bin"|});""")]
    public Task TMD103_is_reported_on_the_method(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""metadata.GetValue("x"); metadata.GetValueBytes("x-bin"); metadata.Get("x-bin"); metadata.GetAll("x-bin");""")]
    [InlineData("""metadata.GetValue(text + "-bin"); metadata.GetValue(Names.Unknown); metadata.GetValue(null!); metadata.GetValue("x y-bin");""")]
    [InlineData("""Func<string, string?> read = metadata.GetValue;""")]
    public Task TMD103_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD103_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD103
        metadata.GetValue("x-bin");
        """);
}
