using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>A call that fails keeps its status, whatever the values are that were to go with it.</summary>
public sealed class FailingCallTests
{
    private static readonly Failure _bad = new("two\nlines", 7);

    [Theory]
    [EveryCallKind]
    public async Task Value_of_an_exception_that_cannot_be_written_costs_its_own_key(CallKind kind)
    {
        List<string> warnings = [];
        await using EchoServer server = await StartAsync(warnings, _ => throw new Status(StatusCode.FailedPrecondition, "not now").ToRpcException(_bad));
        using RunningCall call = RunningCall.Start(kind, server.Client);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal((StatusCode.FailedPrecondition, "not now"), (exception.StatusCode, exception.Status.Detail));
        Assert.Equal(7, exception.Trailers.Get(MetadataKey.Text<int>("rows")));
        Assert.Null(exception.Trailers.GetValue("note"));
        string warning = Assert.Single(warnings);
        Assert.Contains("The trailer 'note' of /echo.Echo/", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("two", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_of_an_exception_replaces_what_was_set_before()
    {
        await using EchoServer server = await StartAsync([], context =>
        {
            context.SetTrailingMetadata(new Failure("first", 1) { Hint = "gone" });
            context.SetTrailingMetadata(new End(0) { Digest = [1] });
            context.ResponseTrailers.Add("other", "stays");
            throw new Status(StatusCode.Aborted, "").ToRpcException(new Failure("second", 2));
        });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal(new Failure("second", 2), exception.TrailingMetadata().Read<Failure>());
        Assert.Equal("stays", exception.Trailers.GetValue("other"));
        Assert.Equal([1], exception.Trailers.GetValueBytes("digest-bin"));
    }

    [Fact]
    public async Task Exception_that_an_interceptor_wraps_keeps_its_record()
    {
        List<string> warnings = [];
        await using EchoServer server = await EchoServer.StartAsync(
            _ => throw new Status(StatusCode.Aborted, "").ToRpcException(_bad),
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton<ILoggerProvider>(new ListLoggerProvider(warnings));
                grpc.Services.Configure<Grpc.AspNetCore.Server.GrpcServiceOptions>(options => options.Interceptors.Add<Wrapping>());
            });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal((StatusCode.DataLoss, 7), (exception.StatusCode, exception.Trailers.Get(MetadataKey.Text<int>("rows"))));
        Assert.Contains("'note'", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [EveryCallKind]
    public async Task TrySetTrailingMetadata_sets_what_can_be_written(CallKind kind)
    {
        IReadOnlyList<MetadataError> errors = [];
        bool isSet = true;
        await using EchoServer server = await StartAsync([], context =>
        {
            context.SetTrailingMetadata(new Failure("first", 1));
            isSet = context.TrySetTrailingMetadata(_bad, out errors);
            throw new RpcException(new Status(StatusCode.NotFound, ""));
        });
        using RunningCall call = RunningCall.Start(kind, server.Client);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal((StatusCode.NotFound, 7, null), (exception.StatusCode, exception.Trailers.Get(MetadataKey.Text<int>("rows")), exception.Trailers.GetValue("note")));
        Assert.False(isSet);
        Assert.Equal(("note", MetadataErrorKind.NotPrintableAscii), (Assert.Single(errors).Key, errors[0].Kind));
    }

    [Fact]
    public async Task Largest_values_are_left_out_of_trailers_that_would_be_too_large()
    {
        IReadOnlyList<MetadataError> errors = [];
        await using EchoServer server = await StartAsync([], context =>
        {
            Assert.True(context.TrySetTrailingMetadata(new Lists(["a"], [new byte[10_000], new byte[10_000]]), out _));
            Assert.False(context.TrySetTrailingMetadata(new Failure(new string('a', 9_000), 3) { Hint = "short" }, out errors));
            throw new RpcException(new Status(StatusCode.NotFound, ""));
        });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal(("note", MetadataErrorKind.TooLarge), (Assert.Single(errors).Key, errors[0].Kind));
        Assert.Equal(("3", "short"), (exception.Trailers.GetValue("rows"), exception.Trailers.GetValue("hint")));
    }

    /// <summary>Kestrel before .NET 9 closes the connection for such a field: https://github.com/dotnet/aspnetcore/issues/4722.</summary>
    [Fact]
    public async Task Field_larger_than_a_frame_is_left_out_where_Kestrel_cannot_split_it()
    {
        bool splits = Environment.Version.Major >= 9;
        IReadOnlyList<MetadataError> errors = [];
        List<string> warnings = [];
        await using EchoServer server = await StartAsync(warnings, context =>
        {
            Assert.Equal(splits, context.TrySetTrailingMetadata(new End(7) { Digest = new byte[13_000] }, out errors));
            Assert.Equal(splits, context.TrySetTrailingMetadata(new Context(new Origin("north", [1])) { Baggage = new Dictionary<string, string> { ["large"] = new string('b', splits ? 10 : 17_000) } }, out _));
            Exception? thrown = Record.Exception(() => context.SetTrailingMetadata(new End(7) { Digest = new byte[13_000] }));
            Assert.Equal(splits ? null : "digest-bin", (thrown as MetadataException)?.Errors[0].Key);
            context.ResponseTrailers.Add("raw", new string('r', 15_000));
            throw new RpcException(new Status(StatusCode.NotFound, ""), [new Metadata.Entry("tail", new string('t', splits ? 10 : 16_400))]);
        });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal((StatusCode.NotFound, "7"), (exception.StatusCode, exception.Trailers.GetValue("rows")));
        Assert.Equal(splits, exception.Trailers.GetValueBytes("digest-bin") is not null);
        Assert.Equal(splits, exception.Trailers.GetValue("tail") is not null);
        Assert.Equal(splits ? [] : ["digest-bin"], errors.Select(error => error.Key));
        Assert.Equal(splits ? 0 : 1, warnings.Count(warning => warning.Contains("would close the connection", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Record_that_its_own_rules_reject_as_a_whole_is_left_out()
    {
        await using EchoServer server = await StartAsync([], _ => throw new Status(StatusCode.Aborted, "stop").ToRpcException(new Checked(1, 2)));
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal("stop", exception.Status.Detail);
        Assert.Null(exception.Trailers.GetValue("first"));

        RpcException made = new Status(StatusCode.Aborted, "").ToRpcException(new Checked(-1, 2));
        Assert.Equal(["second"], made.Trailers.Select(entry => entry.Key));
    }

    [Fact]
    public async Task SetTrailingMetadata_names_both_remedies()
    {
        string message = "";
        await using EchoServer server = await StartAsync([], context => message = Assert.Throws<MetadataException>(() => context.SetTrailingMetadata(_bad)).Message);
        await server.Client.UnaryAsync(new EchoMessage());
        Assert.EndsWith("For a call that fails, use new Status(…).ToRpcException(record) or TrySetTrailingMetadata, which leave invalid keys out.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_without_typed_metadata_sends_the_record_too()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => throw new Status(StatusCode.Aborted, "").ToRpcException(_bad), _ => { });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal((StatusCode.Aborted, "7"), (exception.StatusCode, exception.Trailers.GetValue("rows")));
    }

    private static Task<EchoServer> StartAsync(List<string> warnings, Action<ServerCallContext> behaviour) => EchoServer.StartAsync(
        context =>
        {
            behaviour(context);
            return Task.CompletedTask;
        },
        grpc =>
        {
            grpc.AddTypedMetadata();
            grpc.Services.AddSingleton<ILoggerProvider>(new ListLoggerProvider(warnings));
        });

    private sealed class Wrapping : Grpc.Core.Interceptors.Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            try
            {
                return await continuation(request, context);
            }
            catch (RpcException exception)
            {
                throw new RpcException(new Status(StatusCode.DataLoss, "wrapped"), exception.Trailers);
            }
        }
    }
}

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record Failure(string Note, int Rows)
{
    public string? Hint { get; init; }
}

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record Checked(int First, int Second)
{
    static partial void Validate(in Checked value, ICollection<MetadataError> errors)
    {
        if (value.First < 0)
        {
            errors.Add(new MetadataError("first", MetadataErrorKind.Invalid, "'first' is negative."));
        }
        else if (value.First < value.Second)
        {
            errors.Add(new MetadataError("", MetadataErrorKind.Invalid, "The first is less than the second."));
        }
    }
}
