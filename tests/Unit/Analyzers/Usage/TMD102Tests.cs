namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD102: keys that gRPC or HTTP keeps for itself.</summary>
public sealed class TMD102Tests
{
    [Theory]
    [InlineData("""metadata.Add({|TMD102:"grpc-status"|}, text); metadata.Add({|TMD102:"grpc-foo-bin"|}, bytes);""")]
    [InlineData("""metadata.Add({|TMD102:"te"|}, text); metadata.Add({|TMD102:"content-type"|}, text); metadata.Add("user-agent", text);""")]
    [InlineData("""metadata.Add({|TMD102:"Host"|}, text);""")]
    [InlineData("""Metadata other = new() { { {|TMD102:"grpc-timeout"|}, text } }; _ = new Metadata.Entry({|TMD102:"connection"|}, text);""")]
    public Task TMD102_is_reported_on_the_key(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""context.ResponseTrailers.Add("host", text);""")]
    [InlineData("""metadata.Add("x-host", text); metadata.Add("grpcfoo", text); metadata.Add("authorization", text);""")]
    [InlineData("""metadata.Add("grpc-trace-bin", bytes); metadata.Add("grpc-tags-bin", bytes); metadata.Add("grpc-retry-pushback-ms", text);""")]
    [InlineData("""metadata.Add("grpc-status-details-bin", bytes); metadata.Add("grpc-internal-encoding-request", "gzip");""")]
    [InlineData("""metadata.Add("grpc-" + text, text);""")]
    [InlineData("""metadata.GetValue("user-agent"); metadata.GetValue("grpc-status"); metadata.Get("date");""")]
    [InlineData("""metadata.Add({|TMD100:"grpc-trace-bin"|}, text); metadata.Add({|TMD100:"te"|}, bytes);""")]
    public Task TMD102_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD102_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD102
        metadata.Add("te", text);
        """);

    [Fact]
    public async Task TMD102_names_the_owner_and_another_key() => Assert.Equal(
        [
            "TMD102: The key 'Host' belongs to HTTP, so the value is lost or changed, or breaks the call: choose another, such as 'x-host'",
            "TMD102: The key 'grpc-foo' belongs to gRPC, so the value is lost or changed, or breaks the call: choose another, such as 'x-grpc-foo'",
        ],
        await UsageSource.MessagesAsync("""metadata.Add("Host", text); metadata.Add("grpc-foo", text);"""));
}
