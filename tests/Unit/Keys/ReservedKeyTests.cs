using Grpc.Core;
using TypedMetadata.Unit.Analyzers;

namespace TypedMetadata.Unit.Keys;

/// <summary>Every key that is not the application's to write, by name: at run time and while it is typed.</summary>
public sealed class ReservedKeyTests
{
    public static TheoryData<string> Http =>
    [
        "accept-encoding", "alt-svc", "connection", "content-encoding", "content-length", "content-type", "date", "expect", "host", "http2-settings", "keep-alive",
        "proxy-connection", "server", "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
    ];

    public static TheoryData<string> Content =>
        ["allow", "content-disposition", "content-language", "content-location", "content-md5", "content-range", "expires", "last-modified"];

    public static TheoryData<string> Credentials =>
    [
        "authorization", "cookie", "proxy-authorization", "x-credential", "jwt", "password-old", "client-secret", "token", "x-token-bin", "x-api-key",
    ];

    public static TheoryData<string> NoCredentials => ["page-token", "token-type", "api", "key", "apikey", "tokens", "x-authorization-mode", "key-api"];

    [Theory]
    [MemberData(nameof(Http))]
    public void HTTP_s_keys_are_not_written(string name)
    {
        Metadata metadata = [];
        MetadataException rejected = Assert.Throws<MetadataException>(() => metadata.Set(MetadataKey.Text(name), "x"));
        Assert.Equal([$"'{name}' is reserved by gRPC or HTTP and cannot be written. Choose another key."], rejected.Errors.Select(error => error.Message));
        Assert.Empty(metadata);
    }

    public static TheoryData<string> HttpOfRequests => [.. ((IEnumerable<object[]>)Http).Select(row => (string)row[0]).Where(name => name != "user-agent")];

    [Theory]
    [MemberData(nameof(HttpOfRequests))]
    public Task TMD025_is_said_of_HTTP_s_keys(string name) =>
        MarkedSource.VerifyAsync($$"""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD025:"{{name}}"|})] string X);""");

    [Theory]
    [MemberData(nameof(Content))]
    public Task TMD026_is_said_of_content_headers(string name) =>
        MarkedSource.VerifyAsync($$"""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD026:"{{name}}"|})] string X);""");

    [Theory]
    [MemberData(nameof(Credentials))]
    public Task TMD029_is_said_of_keys_that_carry_a_credential(string name) =>
        MarkedSource.VerifyAsync($$"""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD029:"{{name}}"|})] string X);""");

    [Theory]
    [MemberData(nameof(NoCredentials))]
    public Task No_rule_speaks_of_keys_that_only_look_so(string name) =>
        MarkedSource.VerifyAsync($$"""[GrpcMetadata] public sealed partial record A([MetadataKey("{{name}}")] string X);""");
}
