using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>
/// <c>-bin</c> fields of an answer that Grpc.Net.Client cannot read. Alone it loses every other field, or the status, for one of them.
/// </summary>
public sealed class ResponseRepairTests
{
    private const string Joined = "AQ==, Ag,\tAwQ= ,AR";
    private static readonly (string, string[])[] _good = [("node", ["node-1"]), ("rows", ["7"]), ("stamp-bin", ["AQI"]), ("digest-bin", ["AQI="])];

    public static TheoryData<CallKind, string> Malformed()
    {
        TheoryData<CallKind, string> rows = [];
        foreach (CallKind kind in Enum.GetValues<CallKind>())
        {
            foreach (string value in new[] { "####", "A", "AAAAA", "AQ-_", "AA=A", "====", "AQID,####", "A Q" })
            {
                rows.Add(kind, value);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Malformed_value_costs_its_own_key_alone(CallKind kind, string value)
    {
        await using EchoServer server = await new CannedAnswer { Headers = [.. _good, ("bad-bin", [value])], Trailers = [.. _good, ("bad-bin", [value])] }.StartAsync();
        using RunningCall call = RunningCall.Start(kind, server.Client);
        Begin begin = await call.Initial.ReadAsync<Begin>();
        Assert.Equal(("node-1", "0102"), (begin.Node, Convert.ToHexString(begin.Stamp)));
        MetadataResult<Bad> bad = await call.Initial.TryReadAsync<Bad>();
        Assert.Equal(("bad-bin", MetadataErrorKind.Malformed), (Assert.Single(bad.Errors).Key, bad.Errors[0].Kind));

        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(7, call.Trailing.Read<End>().Rows);
        Assert.False(call.Trailing.TryRead<Bad>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(("bad-bin", MetadataErrorKind.Malformed), (Assert.Single(errors).Key, errors[0].Kind));
    }

    [Theory]
    [EveryCallKind]
    public async Task Malformed_trailer_leaves_the_status_as_it_is(CallKind kind)
    {
        foreach (bool trailersOnly in new[] { false, true })
        {
            CannedAnswer answer = new("7") { TrailersOnly = trailersOnly, Trailers = [.. _good, ("bad-bin", ["####"])] };
            await using EchoServer server = await answer.StartAsync();
            using RunningCall call = RunningCall.Start(kind, server.Client);
            RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);

            Assert.Equal(StatusCode.PermissionDenied, exception.StatusCode);
            Assert.Equal(7, exception.TrailingMetadata().Read<End>().Rows);
            MetadataException bad = Assert.Throws<MetadataException>(() => exception.TrailingMetadata().Read<Bad>());
            Assert.Equal(("bad-bin", MetadataErrorKind.Malformed), (Assert.Single(bad.Errors).Key, bad.Errors[0].Kind));
            Assert.Equal("bad-bin", Assert.Single(Assert.Throws<MetadataException>(() => exception.Trailers.Get(MetadataKey.Bytes("bad-bin"))).Errors).Key);
        }
    }

    [Theory]
    [EveryCallKind]
    public async Task Values_joined_by_commas_are_split(CallKind kind)
    {
        await using EchoServer server = await new CannedAnswer { Headers = [("blocks-bin", [Joined, "BQ"])], Trailers = [("blocks-bin", [Joined, "BQ"])] }.StartAsync();
        using RunningCall call = RunningCall.Start(kind, server.Client);
        string[] expected = ["01", "02", "0304", "01", "05"];
        Assert.Equal(expected, (await call.Initial.ReadAsync<Lists>()).Blocks.Select(Convert.ToHexString));
        await call.FinishAsync();
        Assert.Equal(expected, call.Trailing.Read<Lists>().Blocks.Select(Convert.ToHexString));
    }

    [Fact]
    public async Task Empty_items_among_joined_ones_are_kept()
    {
        await using EchoServer server = await new CannedAnswer { Trailers = [("blocks-bin", ["AQ,,Ag"])] }.StartAsync();
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.FinishAsync();
        Assert.Equal(["01", "", "02"], call.Trailing.Read<Lists>().Blocks.Select(Convert.ToHexString));
    }

    [Fact]
    public async Task Single_value_with_too_much_padding_is_read()
    {
        await using EchoServer server = await new CannedAnswer { Trailers = [("rows", ["1"]), ("digest-bin", ["AQIDBAU=="])] }.StartAsync();
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.FinishAsync();
        Assert.Equal([1, 2, 3, 4, 5], call.Trailing.Read<End>().Digest);
    }

    [Fact]
    public async Task Key_that_is_none_and_a_forged_mark_are_taken_out()
    {
        (string, string[])[] odd = [.. _good, ("x!y", ["1"]), ("x-typedmetadata-malformed", ["stamp-bin,digest-bin"])];
        await using EchoServer server = await new CannedAnswer { Headers = odd, Trailers = odd }.StartAsync();
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.Initial.ReadAsync<Begin>();
        await call.FinishAsync();
        Assert.Equal([1, 2], call.Trailing.Read<End>().Digest);
    }

    [Fact]
    public async Task Plain_channel_loses_the_reply_or_the_status()
    {
        CannedAnswer answer = new("7") { TrailersOnly = true, Trailers = [("bad-bin", ["####"])] };
        await using EchoServer server = await answer.StartAsync();
        using GrpcChannel plain = GrpcChannel.ForAddress(server.Url);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await new Echo.EchoClient(plain).UnaryAsync(new EchoMessage()));
        Assert.Equal(StatusCode.Internal, exception.StatusCode);
    }
}

[GrpcMetadata(MetadataPositions.Initial | MetadataPositions.Trailing)]
public sealed partial record Bad([MetadataKey("bad-bin")] byte[] Value);
