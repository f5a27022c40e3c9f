using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Request, initial and trailing metadata on a real call, of every kind.</summary>
public sealed class ThreePositionsTests
{
    [Theory]
    [EveryCallKind]
    public async Task Values_travel_in_all_three_positions(CallKind kind)
    {
        Caller? received = null;
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            received = context.ReadRequestMetadata<Caller>();
            await context.WriteInitialMetadataAsync(new Begin("node-1", [1, 2, 3, 4]));
            context.SetTrailingMetadata(new End(7) { Digest = [5, 6] });
        });

        using RunningCall call = RunningCall.Start(kind, server.Client, new Caller("acme", new byte[] { 9, 8, 7, 6 }) { Attempt = 2 });
        Begin begin = await call.Initial.ReadAsync<Begin>();
        string? reply = await call.FinishAsync();
        End end = call.Trailing.Read<End>();

        Assert.Equal(("acme", 2), (received!.TenantId, received.Attempt));
        Assert.Equal([9, 8, 7, 6], received.Token.ToArray());
        Assert.Equal("node-1", begin.Node);
        Assert.Equal([1, 2, 3, 4], begin.Stamp);
        Assert.Equal("hello", reply);
        Assert.Equal(7, end.Rows);
        Assert.Equal([5, 6], end.Digest);
    }

    [Theory]
    [EveryCallKind]
    public async Task Key_absent_from_real_headers_is_missing_at_once(CallKind kind)
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "node", "node-1" } });
            await release.Task;
        });

        // The handler is still running, and the client has sent nothing: nothing but the headers is waited for.
        using RunningCall call = RunningCall.Start(kind, server.Client);
        MetadataResult<Begin> result = await call.Initial.TryReadAsync<Begin>();
        release.SetResult();

        Assert.False(result.Succeeded);
        Assert.Equal(("stamp-bin", MetadataErrorKind.Missing), (Assert.Single(result.Errors).Key, result.Errors[0].Kind));
        await call.FinishAsync();
    }

    [Fact]
    public async Task Trailing_record_that_is_set_twice_is_sent_once()
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.SetTrailingMetadata(new End(1) { Digest = [1] });
            context.SetTrailingMetadata(new End(2));
        });

        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.FinishAsync();
        Assert.Equal(new End(2), call.Trailing.Read<End>());
    }

    [Fact]
    public async Task Trailing_metadata_set_after_the_headers_arrives_too()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            context.SetTrailingMetadata(new End(1));
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
            context.SetTrailingMetadata(new End(2) { Digest = [3] });
        });

        using RunningCall call = RunningCall.Start(CallKind.Duplex, server.Client);
        await call.FinishAsync();
        End end = call.Trailing.Read<End>();
        Assert.Equal(2, end.Rows);
        Assert.Equal([3], end.Digest);
    }

    [Fact]
    public async Task Last_trailing_record_wins_even_while_the_response_starts()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            context.GetHttpContext().Response.OnStarting(() =>
            {
                context.SetTrailingMetadata(new End(2));
                return Task.CompletedTask;
            });
            context.SetTrailingMetadata(new End(1));
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
        });

        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.FinishAsync();
        Assert.Equal(2, call.Trailing.Read<End>().Rows);
    }

    [Fact]
    public async Task Metadata_of_a_callback_after_the_handler_is_rejected()
    {
        InvalidOperationException? rejection = null;
        await using EchoServer server = await EchoServer.StartAsync(context => context.GetHttpContext().Response.OnStarting(() =>
        {
            rejection = Assert.Throws<InvalidOperationException>(() => context.SetTrailingMetadata(new End(1)));
            return Task.CompletedTask;
        }));

        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.FinishAsync();
        Assert.Contains("before its handler returns", rejection!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parallel_tasks_of_a_handler_may_set_trailing_metadata()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            Task[] writers = [.. Enumerable.Range(0, 16).Select(i => Task.Run(() => context.SetTrailingMetadata(new End(i))))];
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
            await Task.WhenAll(writers);
        });

        using RunningCall call = RunningCall.Start(CallKind.Duplex, server.Client);
        await call.FinishAsync();
        Assert.InRange(call.Trailing.Read<End>().Rows, 0, 15);
    }

    [Fact]
    public async Task Initial_metadata_is_sent_once()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteInitialMetadataAsync(new Begin("first", [1]));
            InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteInitialMetadataAsync(new Begin("second", [2])));
            Assert.Contains("already been sent", exception.Message, StringComparison.Ordinal);
        });

        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        Assert.Equal("first", (await call.Initial.ReadAsync<Begin>()).Node);
        Assert.Equal("hello", await call.FinishAsync());
    }

    [Theory]
    [EveryCallKind]
    public async Task Lists_travel_in_all_three_positions(CallKind kind)
    {
        Lists request = new(["a", "b c"], [[1], [], [2, 3]]);
        Lists initial = new(["d"], [[4], [5, 6, 7]]);
        Lists trailing = new([], [[8]]);
        Lists? received = null;
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            received = context.ReadRequestMetadata<Lists>();
            await context.WriteInitialMetadataAsync(initial);
            context.SetTrailingMetadata(trailing);
        });

        using RunningCall call = RunningCall.Start(kind, server.Client, request);
        Assert.Equal(initial, await call.Initial.ReadAsync<Lists>());
        await call.FinishAsync();
        Assert.Equal(request, received);
        Assert.Equal(trailing, call.Trailing.Read<Lists>());
    }

    [Fact]
    public async Task Text_of_any_script_travels_in_all_three_positions()
    {
        Labels sent = new("Ångström, 100 % 系统", ["a,b", " é "]);
        Labels? received = null;
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            received = context.ReadRequestMetadata<Labels>();
            await context.WriteInitialMetadataAsync(sent);
            context.SetTrailingMetadata(sent);
        });

        using RunningCall call = RunningCall.Start(CallKind.Duplex, server.Client, sent);
        Assert.Equal(sent, await call.Initial.ReadAsync<Labels>());
        await call.FinishAsync();
        Assert.Equal(sent, call.Trailing.Read<Labels>());
        Assert.Equal(sent with { UserAgent = received!.UserAgent }, received);
        Assert.StartsWith("grpc-dotnet/", received.UserAgent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_reads_a_former_name_and_leaves_a_librarys_header_alone()
    {
        Labels? received = null;
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            received = context.ReadRequestMetadata<Labels>();
            context.GetHttpContext().Response.Headers.UserAgent = "kept";
            await context.WriteInitialMetadataAsync(new Labels("x", []) { UserAgent = "forged" });
        });

        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client, new Metadata { { "title", "x" }, { "x-old-note", "old" } });
        Labels initial = await call.Initial.ReadAsync<Labels>();
        await call.FinishAsync();
        Assert.Equal("old", received!.Note);
        Assert.Equal("kept", initial.UserAgent);
    }

    [Fact]
    public async Task Trailing_metadata_of_a_call_that_has_not_ended_says_what_to_do()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using EchoServer server = await EchoServer.StartAsync(_ => release.Task);
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => call.Trailing.Read<End>());
        Assert.Contains("await the response", exception.Message, StringComparison.Ordinal);
        release.SetResult();
        await call.FinishAsync();
    }

    [Fact]
    public async Task Blocking_call_sends_the_record_too()
    {
        Caller? received = null;
        await using EchoServer server = await EchoServer.StartAsync(context => received = context.ReadRequestMetadata<Caller>());
        server.Client.Unary(new EchoMessage(), new Caller("acme", new byte[] { 1 }));
        Assert.Equal("acme", received!.TenantId);
    }

    [Theory]
    [EveryCallKind]
    public async Task Prefixes_and_records_inside_records_travel_in_all_three_positions(CallKind kind)
    {
        Context sent = new(new Origin("eu", [1]))
        {
            Baggage = new Dictionary<string, string> { ["a"] = "1", ["user-agent"] = "2" },
            Blobs = new Dictionary<string, byte[]> { ["a"] = [1], ["b"] = [1, 2] },
            Second = new Origin2("us"),
        };
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            Context received = context.ReadRequestMetadata<Context>();
            await context.WriteInitialMetadataAsync(received);
            context.SetTrailingMetadata(received with { Baggage = new Dictionary<string, string> { ["gone"] = "x" }, Second = null });
            context.SetTrailingMetadata(received);
        });

        using RunningCall call = RunningCall.Start(kind, server.Client, sent);
        Assert.Equal(sent, await call.Initial.ReadAsync<Context>());
        await call.FinishAsync();
        Assert.Equal(sent, call.Trailing.Read<Context>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prefix_written_again_leaves_none_of_its_older_keys(bool afterTheHeaders)
    {
        Context first = new(new Origin("eu", [1])) { Baggage = new Dictionary<string, string> { ["old"] = "1" } };
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            if (afterTheHeaders)
            {
                await context.WriteInitialMetadataAsync(first);
            }

            context.SetTrailingMetadata(first);
            context.SetTrailingMetadata(first with { Baggage = new Dictionary<string, string> { ["new"] = "2" } });
        });

        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.FinishAsync();
        Assert.Equal(["new"], call.Trailing.Read<Context>().Baggage.Keys);
    }

    [Fact]
    public async Task Prefix_finds_the_headers_that_Kestrel_spells_with_capitals()
    {
        Access sent = new(new Dictionary<string, string> { ["control-allow-origin"] = "*", ["own"] = "1" }, new Dictionary<string, string> { ["language"] = "nb", ["own"] = "2" });
        Access? received = null;
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            received = context.ReadRequestMetadata<Access>();
            await context.WriteInitialMetadataAsync(received);
            context.SetTrailingMetadata(received);
            context.SetTrailingMetadata(received with { Accepts = new Dictionary<string, string> { ["ranges"] = "none" } });
        });

        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client, sent);
        Access initial = await call.Initial.ReadAsync<Access>();
        await call.FinishAsync();
        Assert.Equal(sent, received);
        Assert.Equal(sent, initial);
        Assert.Equal(["ranges"], call.Trailing.Read<Access>().Accepts.Keys);
    }
}
