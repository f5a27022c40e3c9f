using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>What the meter <c>TypedMetadata</c> counts: names that the service declares, and none that a caller chose.</summary>
public sealed class MeterTests
{
    public static TheoryData<string, string> BadEntries { get; } = new()
    {
        { "x-number-chosen: x", "x-number- Malformed" },
        { "x-number-chosen: 1|x-number-chosen: 2", "x-number- Duplicate" },
        { "x-number-chosen: 1\u0001", "x-number- NotPrintableAscii" },
        { "x-number-ch~sen: 1", "x-number- Malformed" },
        { string.Join('|', Enumerable.Range(0, 65).Select(number => $"x-number-chosen{number}: 1")), "x-number- TooLarge" },
        { "x-secret-chosen: a,b", "x-secret- Duplicate" },
        { "x-blob-chosen-bin: #", "x-blob- Malformed" },
    };

    [Theory]
    [MemberData(nameof(BadEntries))]
    public async Task Of_a_dictionary_it_takes_the_prefix_and_never_a_name_that_a_caller_chose(string fields, string expected)
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.ReadRequestMetadata<Chosen>());
        using CountedErrors counted = new(server);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        RawAnswer answer = await connection.CallAsync(
            "/echo.Echo/Unary", [], fields.Split('|').Select(field => field.Split(": ")).Select(parts => new RawField(parts[0], parts[1])), patience.Token);
        Assert.Equal("3", answer.GrpcStatus);
        Assert.Equal([$"/echo.Echo/Unary {expected} Request"], counted.All);
    }

    [Fact]
    public async Task Errors_of_writes_and_of_downstream_reads_are_counted_by_position()
    {
        Context bad = new(new Origin("eu", [1])) { Baggage = new Dictionary<string, string> { ["chosen"] = "line\nbreak" } };
        Dictionary<string, Func<ServerCallContext, Task>> ways = new()
        {
            ["x-baggage- NotPrintableAscii Initial"] = context => context.WriteInitialMetadataAsync(bad),
            ["x-baggage- NotPrintableAscii Trailing"] = context =>
            {
                context.SetTrailingMetadata(bad);
                return Task.CompletedTask;
            },
            ["number Missing Unknown"] = _ => Task.FromResult(new Metadata().Read<Foreign>()),
            ["declared Malformed Unknown"] = _ => Task.FromResult(new Metadata { { "declared", "x" } }.Get(MetadataKey.Text<int>("declared"))),
        };
        foreach ((string expected, Func<ServerCallContext, Task> way) in ways)
        {
            await using EchoServer server = await EchoServer.StartAsync(way);
            using CountedErrors counted = new(server);
            RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
            Assert.Equal(StatusCode.Internal, exception.StatusCode);
            Assert.Equal([$"/echo.Echo/Unary {expected}"], counted.All);
        }
    }

    [Fact]
    public async Task Meter_takes_no_name_that_a_caller_chose_of_the_records_own_rules_either()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.ReadRequestMetadata<Ruled>());
        using CountedErrors counted = new(server);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "x-ruled-chosen", "x" } }));
        Assert.Contains("x-ruled-chosen", exception.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.Equal(["/echo.Echo/Unary  Invalid Request", "/echo.Echo/Unary x-ruled- Invalid Request"], counted.All.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/ECHO.echo/UNARY")]
    [InlineData("/echo.Echo/Unary/")]
    public async Task Meter_and_the_log_know_a_method_by_its_own_name_however_a_caller_spells_it(string path)
    {
        using EveryLogProvider logs = new();
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                context.ReadRequestMetadata<Caller>();
                return Task.CompletedTask;
            },
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton<ILoggerProvider>(logs);
            });
        using CountedErrors counted = new(server);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        RawAnswer answer = await connection.CallAsync(path, [], [new("attempt", "not-a-number"), new("tenant-id", "x"), new("token-bin", "AQ")], patience.Token);
        Assert.Equal("3", answer.GrpcStatus);
        Assert.Contains("/echo.Echo/Unary attempt Malformed Request", counted.All);
        Assert.DoesNotContain(counted.All, one => one.StartsWith(path + " ", StringComparison.Ordinal));
        Assert.Contains("/echo.Echo/Unary rejected a call: ", logs.Text, StringComparison.Ordinal);
    }
}

/// <summary>Dictionaries of every kind.</summary>
[GrpcMetadata]
public sealed partial record Chosen(
    [MetadataPrefix("x-number-")] IReadOnlyDictionary<string, int> Numbers,
    [MetadataPrefix("x-secret-", Sensitive = true)] IReadOnlyDictionary<string, string> Secrets,
    [MetadataPrefix("x-blob-")] IReadOnlyDictionary<string, byte[]> Blobs);

/// <summary>Its rules name the keys of its entries, which a caller chose.</summary>
[GrpcMetadata]
public sealed partial record Ruled([MetadataPrefix("x-ruled-")] IReadOnlyDictionary<string, string> Values)
{
    static partial void Validate(in Ruled value, ICollection<MetadataError> errors)
    {
        foreach (string name in value.Values.Keys)
        {
            errors.Add(new MetadataError("x-ruled-" + name, MetadataErrorKind.Invalid, "This entry is not wanted."));
            errors.Add(new MetadataError(name, MetadataErrorKind.Invalid, "This one neither."));
        }
    }
}
