namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD112: an entry's key compared with capital letters.</summary>
public sealed class TMD112Tests
{
    [Theory]
    [InlineData("""foreach (Metadata.Entry entry in metadata) { if (entry.Key == {|TMD112:"X-Tenant"|} || {|TMD112:"Y"|} != entry.Key) { } }""")]
    [InlineData("""_ = metadata[0].Key.Equals({|TMD112:"X"|}); _ = string.Equals(metadata[0].Key, {|TMD112:"X"|}); _ = metadata[0].Key.Equals({|TMD112:"X"|}, StringComparison.Ordinal);""")]
    [InlineData("""_ = metadata[0] is { Key: {|TMD112:"X"|} }; _ = metadata.Get("x")?.Key == {|TMD112:"X"|};""")]
    public Task TMD112_is_reported_on_the_constant(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""_ = metadata[0].Key == "x-tenant"; _ = metadata[0].Key == text; _ = metadata[0].Value == "X";""")]
    [InlineData("""_ = metadata[0].Key.Equals("X", StringComparison.OrdinalIgnoreCase); _ = text == "X"; _ = string.Equals(metadata[0].Key, "X", StringComparison.InvariantCultureIgnoreCase);""")]
    public Task TMD112_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD112_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD112
        _ = metadata[0].Key == "X";
        """);
}
