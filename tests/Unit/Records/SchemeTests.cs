using System.Net.Http.Headers;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>Credentials after a scheme.</summary>
public sealed class SchemeTests
{
    [Fact]
    public void Scheme_is_written_before_the_value_and_hides_it()
    {
        Authorized sent = new("abc", Guid.Empty);
        Metadata metadata = sent;
        Assert.Equal(["authorization: Bearer abc", "x-key: ApiKey 00000000-0000-0000-0000-000000000000"], metadata.Select(entry => $"{entry.Key}: {entry.Value}"));
        Assert.Equal(sent, metadata.Read<Authorized>());
        Assert.Equal("Authorized { Token = ***, Key = 00000000-0000-0000-0000-000000000000 }", sent.ToString());
        Assert.Equal("'Bearer' and text", MetadataSchema.Of<Authorized>().Keys[0].Expected);
    }

    [Theory]
    [InlineData("bearer abc")]
    [InlineData("BEARER   abc")]
    public void Scheme_is_read_ignoring_case(string text) => Assert.Equal("abc", Read(text).Token);

    [Theory]
    [InlineData("abc")]
    [InlineData("Bearer")]
    [InlineData("Bearerabc")]
    [InlineData("Basic abc")]
    public void Another_scheme_is_malformed(string text)
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => Read(text));
        Assert.Equal("'authorization' is malformed: expected 'Bearer' and text.", Assert.Single(exception.Errors).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" abc")]
    [InlineData("a,b")]
    public void Value_that_would_not_arrive_is_not_written(string token) =>
        Assert.Throws<MetadataException>(() => new Authorized(token, Guid.Empty).ToMetadata());

    [Fact]
    public void Authentication_header_is_a_value_of_any_scheme()
    {
        AnyScheme sent = new(new AuthenticationHeaderValue("Digest", "username=\"a\", realm=\"b\""));
        Metadata metadata = sent;
        Assert.Equal("Digest username=\"a\", realm=\"b\"", metadata.GetValue("authorization"));
        Assert.Equal(sent, metadata.Read<AnyScheme>());
        Assert.DoesNotContain("username", sent.ToString(), StringComparison.Ordinal);
        Assert.False(new Metadata { { "authorization", "@" } }.TryRead<AnyScheme>(out _));
    }

    private static Authorized Read(string text) => new Metadata { { "authorization", text }, { "x-key", "ApiKey 00000000-0000-0000-0000-000000000000" } }.Read<Authorized>();
}

[GrpcMetadata]
public sealed partial record Authorized(
    [MetadataKey("authorization", Scheme = "Bearer")] string Token,
    [MetadataKey("x-key", Scheme = "ApiKey", Sensitive = false)] Guid Key);

[GrpcMetadata]
public sealed partial record AnyScheme([MetadataKey("authorization", Sensitive = true, AllowComma = true)] AuthenticationHeaderValue Credentials);
