using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>However much is wrong with a request, the answer stays small, and other calls are none the wiser.</summary>
public sealed class RejectionBoundsTests
{
    private static readonly byte[] _hello = new EchoMessage { Text = "hello" }.ToByteArray();

    [Fact]
    public async Task Response_is_bounded_however_much_is_wrong()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.ReadRequestMetadata<Numbers>());
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        RawField[] fields = [.. Enumerable.Range(0, 60).Select(number => new RawField($"x-number-{number}-{new string('n', 300)}", "bad"))];
        RawAnswer answer = await connection.CallAsync("/echo.Echo/Unary", [], fields, patience.Token);

        Assert.Equal("3", answer.GrpcStatus);
        Assert.InRange(answer.Headers.Sum(field => field.Name.Length + field.Value.Length + 32), 4000, 8191);
        string details = Assert.Single(answer.HeaderValues("grpc-status-details-bin"));
        Assert.DoesNotContain("=", details, StringComparison.Ordinal);
        Google.Rpc.BadRequest request = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='))).GetDetail<Google.Rpc.BadRequest>()!;
        Assert.InRange(request.FieldViolations.Count, 2, 17);
        Assert.Equal($"and {60 - request.FieldViolations.Count + 1} more", request.FieldViolations[^1].Description);
    }

    [Theory]
    [InlineData(95, 0)]
    [InlineData(48, 47)]
    public async Task Response_to_95_bad_keys_stays_under_8_KiB_and_neighbours_finish(int first, int second)
    {
        TaskCompletionSource rejected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using EchoServer server = await EchoServer.StartAsync(
            async context =>
            {
                if (context.GetHttpContext().Request.Headers.ContainsKey("x-neighbour"))
                {
                    await rejected.Task;
                }
                else
                {
                    context.ReadRequestMetadata<TwoMaps>();
                }
            },
            listen: TakeMore);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        List<int> neighbours = [];
        foreach (CallKind kind in Enum.GetValues<CallKind>())
        {
            neighbours.Add(await connection.SendAsync($"/echo.Echo/{kind}", _hello, [new("x-neighbour", "1")], patience.Token));
        }

        RawField[] bad = [.. Bad("x-first-", first), .. Bad("x-second-", second)];
        Assert.Equal((95, 95 * 300), (bad.Length, bad.Sum(field => field.Name.Length)));
        RawAnswer answer = await connection.CallAsync("/echo.Echo/Unary", _hello, bad, patience.Token);
        Assert.Equal("3", answer.GrpcStatus);
        Assert.True(answer.IsTrailersOnly);
        Assert.InRange(answer.Headers.Sum(field => field.Name.Length + field.Value.Length + 32), 1, 8191);
        Assert.Single(answer.HeaderValues("grpc-status-details-bin"));

        rejected.SetResult();
        neighbours.Add(await connection.SendAsync("/echo.Echo/Unary", _hello, [new("x-neighbour", "1")], patience.Token));
        foreach (int neighbour in neighbours)
        {
            RawAnswer finished = await connection.AnswerAsync(neighbour, patience.Token);
            Assert.Equal(("0", "hello"), (finished.GrpcStatus, EchoMessage.Parser.ParseFrom(finished.SingleMessage()).Text));
        }
    }

    // Kestrel alone takes no more than 100 fields of 32 KiB, and answers HTTP 431.
    private static void TakeMore(KestrelServerOptions kestrel)
    {
        kestrel.Limits.MaxRequestHeaderCount = 200;
        kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        kestrel.Listen(System.Net.IPAddress.Loopback, 0);
    }

    private static IEnumerable<RawField> Bad(string prefix, int count) =>
        Enumerable.Range(0, count).Select(number => new RawField($"{prefix}{number:00}-".PadRight(300, 'n'), "x"));

    [Fact]
    public async Task Response_is_bounded_in_bytes_as_they_travel()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.ReadRequestMetadata<Foreign>());
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        RawAnswer answer = await connection.CallAsync("/echo.Echo/Unary", [], [new("number", "1")], patience.Token);
        Assert.Equal("3", answer.GrpcStatus);
        Assert.InRange(answer.Headers.Sum(field => field.Name.Length + field.Value.Length + 32), 1000, 8191);
        string message = Uri.UnescapeDataString(Assert.Single(answer.HeaderValues("grpc-message")));
        Assert.StartsWith("'Foreign' cannot be read from the request metadata: число", message, StringComparison.Ordinal);
        Assert.EndsWith(" more.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_of_two_records_is_reported_once()
    {
        await using EchoServer server = await EchoServer.StartAsync(
            _ => Task.CompletedTask, map: app => app.MapGrpcService<TwoOfOneTenant>());
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal("The request metadata cannot be read: 'tenant-id' is missing. 'token-bin' is missing.", exception.Status.Detail);
    }
}

[GrpcMetadata]
public sealed partial record Numbers([MetadataPrefix("x-number-")] IReadOnlyDictionary<string, int> Values);

[GrpcMetadata]
public sealed partial record TwoMaps(
    [MetadataPrefix("x-first-")] IReadOnlyDictionary<string, int> First,
    [MetadataPrefix("x-second-")] IReadOnlyDictionary<string, int> Second);

/// <summary>Its rules speak another language than ASCII.</summary>
[GrpcMetadata]
public sealed partial record Foreign(int Number)
{
    static partial void Validate(in Foreign value, ICollection<MetadataError> errors)
    {
        for (int i = 0; i < 40; i++)
        {
            errors.Add(new MetadataError($"number-{i}", MetadataErrorKind.Invalid, $"число {i} не годится."));
        }
    }
}

[GrpcMetadata]
public sealed partial record OnlyTenant(string TenantId);

[RequestMetadata<OnlyTenant>]
[RequestMetadata<Caller>]
internal sealed class TwoOfOneTenant(Behaviour behaviour) : EchoService(behaviour);
