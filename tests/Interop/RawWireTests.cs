using Google.Protobuf;
using Grpc.Core;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>The bytes on the wire, seen by an HTTP/2 client of the tests' own.</summary>
public sealed class RawWireTests
{
    private const string Unary = "/echo.Echo/Unary";
    private static readonly RawField _tenant = new("tenant-id", "acme");

    [Fact]
    public async Task Initial_and_trailing_values_go_out_unpadded()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
            context.SetTrailingMetadata(new End(3) { Digest = [1, 2] });
        });

        RawAnswer answer = await CallAsync(server);
        Assert.Equal(["node"], answer.HeaderValues("node"));
        Assert.Equal(["AQ"], answer.HeaderValues("stamp-bin"));
        Assert.Equal(["3"], answer.TrailerValues("rows"));
        Assert.Equal(["AQI"], answer.TrailerValues("digest-bin"));
        Assert.Equal("0", answer.GrpcStatus);
    }

    [Fact]
    public async Task Trailing_values_of_a_Trailers_Only_response_go_out_unpadded_beside_the_status()
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.SetTrailingMetadata(new End(1) { Digest = [9] });
            context.SetTrailingMetadata(new End(3) { Digest = [1, 2] });
            throw new RpcException(new Status(StatusCode.NotFound, "gone"), new Metadata { { "own", "kept" } });
        });

        RawAnswer answer = await CallAsync(server);
        Assert.True(answer.IsTrailersOnly);
        Assert.Equal("5", answer.GrpcStatus);
        Assert.Equal(["3"], answer.HeaderValues("rows"));
        Assert.Equal(["AQI"], answer.HeaderValues("digest-bin"));
        Assert.Equal(["kept"], answer.HeaderValues("own"));
    }

    [Fact]
    public async Task Trailing_values_survive_an_exception_after_the_headers()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            context.SetTrailingMetadata(new End(3) { Digest = [1, 2] });
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
            throw new InvalidOperationException("broken");
        });

        RawAnswer answer = await CallAsync(server);
        Assert.False(answer.IsTrailersOnly);
        Assert.Equal("2", answer.GrpcStatus);
        Assert.Equal(["AQI"], answer.TrailerValues("digest-bin"));
    }

    [Fact]
    public async Task Failed_write_of_initial_metadata_leaves_nothing_behind()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await Assert.ThrowsAsync<MetadataException>(() => context.WriteInitialMetadataAsync(new Begin("good", [])));
            await context.WriteInitialMetadataAsync(new Begin("second", [1]));
        });

        RawAnswer answer = await CallAsync(server);
        Assert.Equal(["second"], answer.HeaderValues("node"));
    }

    [Theory]
    [InlineData("AQID", "010203")]
    [InlineData("AQI", "0102")]
    [InlineData("AQI=", "0102")]
    [InlineData("AQ", "01")]
    [InlineData("AQ==", "01")]
    [InlineData("AR", "01")]
    [InlineData(" AQ ", "01")]
    [InlineData("AQ,AQ==", "01")]
    public async Task Padded_and_unpadded_values_are_read(string field, string hex)
    {
        (RawAnswer answer, Caller? caller) = await SendAsync(_tenant, new RawField("token-bin", field));
        Assert.Equal("0", answer.GrpcStatus);
        Assert.Equal(hex, Convert.ToHexStringLower(caller!.Token.Span));
    }

    /// <summary>Kestrel reads UTF-8, and .NET's own encoders make the nearest ASCII letter of many others, here an h.</summary>
    [Theory]
    [InlineData("A\u00c4\u00a7==")]
    [InlineData("AAA\u00c4\u00a7")]
    [InlineData("AAAA\u00ef\u00bc\u00a1AAA")]
    public async Task Letter_that_only_resembles_one_of_base64_is_rejected(string field)
    {
        (RawAnswer answer, _) = await SendAsync(_tenant, new RawField("token-bin", field));
        Assert.Equal("3", answer.GrpcStatus);
        Assert.Contains("'token-bin' is malformed", Assert.Single(answer.HeaderValues("grpc-message")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_equal_fields_of_one_binary_key_are_read_as_one()
    {
        (RawAnswer answer, Caller? caller) = await SendAsync(_tenant, new RawField("token-bin", "AQI"), new RawField("token-bin", "AQI="));
        Assert.Equal("0", answer.GrpcStatus);
        Assert.Equal([1, 2], caller!.Token.ToArray());
    }

    [Fact]
    public async Task Two_different_fields_of_one_binary_key_are_rejected_by_name()
    {
        (RawAnswer answer, _) = await SendAsync(_tenant, new RawField("token-bin", "AQ"), new RawField("token-bin", "Ag"));
        Assert.Equal("3", answer.GrpcStatus);
        Assert.Contains("'token-bin' has several different values", Assert.Single(answer.HeaderValues("grpc-message")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_server_returns_UNKNOWN_for_the_same_request()
    {
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                _ = context.RequestHeaders.GetValue("tenant-id");
                return Task.CompletedTask;
            },
            configure: _ => { });
        RawAnswer answer = await CallAsync(server, _tenant, new RawField("token-bin", "AQ"), new RawField("token-bin", "Ag"));
        Assert.Equal("2", answer.GrpcStatus);
    }

    [Fact]
    public async Task Bad_value_of_a_key_that_the_record_lacks_is_never_looked_at()
    {
        (RawAnswer answer, Caller? caller) = await SendAsync(_tenant, new RawField("token-bin", "AQ"), new RawField("other-bin", "####"), new RawField("a!b", "x"));
        Assert.Equal("0", answer.GrpcStatus);
        Assert.Equal("acme", caller!.TenantId);
    }

    [Fact]
    public async Task Bad_value_hides_no_other_error()
    {
        (RawAnswer answer, _) = await SendAsync(new RawField("token-bin", "####"), new RawField("attempt", "1"), new RawField("attempt", "2"));
        string message = Assert.Single(answer.HeaderValues("grpc-message"));
        Assert.Equal("3", answer.GrpcStatus);
        Assert.All(["'tenant-id' is missing", "'token-bin' is malformed", "'attempt' has several"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_sends_a_field_for_each_item_of_a_list()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteInitialMetadataAsync(new Lists(["a", "b c"], [[1], [2, 3]]));
            context.SetTrailingMetadata(new Lists(["d", "e"], [[4], [5]]));
        });

        RawAnswer answer = await CallAsync(server);
        Assert.Equal(["a", "b c"], answer.HeaderValues("tags"));
        Assert.Equal(["AQ", "AgM"], answer.HeaderValues("blocks-bin"));
        Assert.Equal(["d", "e"], answer.TrailerValues("tags"));
        Assert.Equal(["BA", "BQ"], answer.TrailerValues("blocks-bin"));
    }

    [Fact]
    public async Task Empty_items_of_a_binary_list_go_out_and_are_read()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteInitialMetadataAsync(new Lists([], [[1], [], [2]]));
            context.SetTrailingMetadata(new Lists([], [[], [3], []]));
        });
        RawAnswer answer = await CallAsync(server);
        Assert.Equal(["AQ", "", "Ag"], answer.HeaderValues("blocks-bin"));
        Assert.Equal(["", "Aw", ""], answer.TrailerValues("blocks-bin"));

        using Calls.RunningCall call = Calls.RunningCall.Start(Calls.CallKind.Unary, server.Client);
        Assert.Equal(["01", "", "02"], (await call.Initial.ReadAsync<Lists>()).Blocks.Select(Convert.ToHexString));
        await call.FinishAsync();
        Assert.Equal(["", "03", ""], call.Trailing.Read<Lists>().Blocks.Select(Convert.ToHexString));

        using Grpc.Net.Client.GrpcChannel plain = Grpc.Net.Client.GrpcChannel.ForAddress(server.Url);
        using AsyncUnaryCall<EchoMessage> raw = new Echo.EchoClient(plain).UnaryAsync(new EchoMessage());
        await raw;
        Assert.Equal(["", "03", ""], raw.GetTrailers().GetAll("blocks-bin").Select(entry => Convert.ToHexString(entry.ValueBytes)));
    }

    [Fact]
    public async Task Client_sends_binary_values_unpadded_and_those_of_one_key_in_one_field()
    {
        string[] received = [];
        await using EchoServer server = await EchoServer.StartAsync(context =>
            received = [.. context.GetHttpContext().Request.Headers.Where(header => header.Key.StartsWith("x-", StringComparison.Ordinal)).SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}"))]);
        await server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "x-one-bin", [1] }, { "x-two-bin", [1] }, { "x-two-bin", [2, 3] }, { "x-text", "AQ==" }, { "x-texts", "a" }, { "x-texts", "b c" } });
        Assert.Equal(["x-one-bin: AQ", "x-text: AQ==", "x-texts: a,b c", "x-two-bin: AQ,AgM"], received.Order(StringComparer.Ordinal));
    }

    private static async Task<(RawAnswer Answer, Caller? Caller)> SendAsync(params RawField[] fields)
    {
        Caller? caller = null;
        await using EchoServer server = await EchoServer.StartAsync(context => caller = context.ReadRequestMetadata<Caller>());
        return (await CallAsync(server, fields), caller);
    }

    private static async Task<RawAnswer> CallAsync(EchoServer server, params RawField[] fields)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        return await connection.CallAsync(Unary, new EchoMessage { Text = "hello" }.ToByteArray(), fields, patience.Token);
    }
}
