namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD107: binary keys read from RequestHeaders.</summary>
public sealed class TMD107Tests
{
    [Theory]
    [InlineData("""context.RequestHeaders.GetValueBytes({|TMD107:"x-bin"|}); context.RequestHeaders.Get({|TMD107:"X-BIN"|});""")]
    [InlineData("""context.RequestHeaders.GetAll({|TMD107:Names.Binary|});""")]
    [InlineData("""context?.RequestHeaders?.GetValueBytes({|TMD107:"x-bin"|}); context!.RequestHeaders?.Get({|TMD107:"x-bin"|});""")]
    [InlineData("""foreach (Metadata.Entry entry in context.RequestHeaders.GetAll({|TMD107:"x-bin"|})) { }""")]
    public Task TMD107_is_reported_on_the_key(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""context.RequestHeaders.GetValue("x"); context.RequestHeaders.Get("x"); context.RequestHeaders.GetAll("x");""")]
    [InlineData("""context.RequestHeaders.GetValueBytes(text); context.RequestHeaders.GetValueBytes(Names.Unknown);""")]
    [InlineData("""metadata.GetValueBytes("x-bin"); context.ResponseTrailers.GetValueBytes("x-bin"); metadata?.Get("x-bin");""")]
    [InlineData("""context.ReadRequestMetadata<Caller>(); context.RequestHeaders.Add("x-bin", bytes);""")]
    public Task TMD107_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD107_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD107
        context.RequestHeaders.GetValueBytes("x-bin");
        """);
}
