namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD111: a new entry that is looked for.</summary>
public sealed class TMD111Tests
{
    [Theory]
    [InlineData("""if (metadata.Contains({|TMD111:new Metadata.Entry("x-token", text)|})) { }""")]
    [InlineData("""metadata.Remove({|TMD111:new Metadata.Entry("x", "1")|}); metadata.IndexOf({|TMD111:new("x", "1")|});""")]
    [InlineData("""context.RequestHeaders.Contains({|TMD111:new Metadata.Entry("x", "1")|});""")]
    public Task TMD111_is_reported_on_the_new_entry(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""Metadata.Entry known = new("x", "1"); metadata.Add(known); metadata.Remove(known); metadata.Remove(metadata.Get("x")!);""")]
    [InlineData("""new System.Collections.Generic.List<Metadata.Entry>().Contains(new Metadata.Entry("x", "1"));""")]
    public Task TMD111_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD111_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD111
        metadata.Contains(new Metadata.Entry("x", "1"));
        """);
}
