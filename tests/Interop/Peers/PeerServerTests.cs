using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.TypedCalls;

namespace TypedMetadata.Interop.Peers;

/// <summary>Our client calls another language's server: what both ends see.</summary>
public abstract class PeerServerTests(PeerServerProgram server)
{
    private protected static CallKind[] Kinds { get; } = Enum.GetValues<CallKind>();

    /// <summary>How a call ends that has 9 KiB of request metadata.</summary>
    private protected virtual StatusCode AfterNineKibibytes => StatusCode.OK;

    [PeerFact]
    public Task Text_travels_in_all_three_positions() =>
        TravelsAsync(new Phrase(Wire.EveryCharacter), [PeerField.Of("words", Wire.EveryCharacter)]);

    [PeerFact]
    public Task Bytes_of_every_length_travel_in_all_three_positions() => TravelsAsync(Lengths.All, Lengths.All.Fields);

    [PeerFact]
    public Task Seven_KiB_of_text_travel_in_all_three_positions() =>
        TravelsAsync(new Phrase(Wire.LongText), [PeerField.Of("words", Wire.LongText)]);

    [PeerFact]
    public Task Seven_KiB_of_bytes_travel_in_all_three_positions() =>
        TravelsAsync(new Binary(Wire.LongBytes), [PeerField.Of("payload-bin", Wire.LongBytes)]);

    [PeerFact]
    public async Task Nine_KiB_of_request_metadata_end_as_the_peer_limits_them()
    {
        // HttpClient knows the limit that a server announces once it has read the server's settings, at the latest with a response.
        using RunningCall first = await server.CallAsync(CallKind.Unary, null, new PeerOrder());
        await first.FinishAsync();
        using RunningCall call = await server.CallAsync(CallKind.Unary, new Phrase(Wire.NineKibibytes), new PeerOrder());
        Task<string?> reply = call.FinishAsync();
        StatusCode status = await Record.ExceptionAsync(() => reply) is RpcException failure ? failure.StatusCode : StatusCode.OK;
        Assert.Equal(AfterNineKibibytes, status);
    }

    [PeerFact]
    public async Task Empty_values_travel_in_all_three_positions()
    {
        foreach (CallKind kind in Kinds)
        {
            using RunningCall call = await server.CallAsync(kind, Blank.Both, new PeerOrder { Initial = Blank.Fields, Trailing = Blank.Fields });
            Assert.Equal(Noted.Blank, await call.Initial.ReadAsync<Noted>());
            Assert.Equal(Blank.Fields, PeerField.Parse(await call.FinishAsync()).OfKeys(like: Blank.Fields));
            Assert.Equal(Noted.Blank, call.Trailing.Read<Noted>());
        }
    }

    [PeerFact]
    public Task List_of_texts_arrives_as_one_text_and_is_answered_as_several() =>
        TravelsAsync(
            new Lists(["a", "b c"], []),
            answered: [PeerField.Of("tags", "a"), PeerField.Of("tags", "b c")],
            seen: [PeerField.Of("tags", "a,b c")]);

    [PeerFact]
    public Task List_of_texts_may_be_answered_joined_by_commas() =>
        TravelsAsync(new Lists(["a", "b c"], []), [PeerField.Of("tags", "a,b c")]);

    [PeerFact]
    public Task List_of_one_binary_item_travels_in_all_three_positions() =>
        TravelsAsync(new Lists([], [[1, 2]]), [PeerField.Of("blocks-bin", [1, 2])]);

    [PeerFact]
    public async Task List_of_binary_items_is_read_from_several_fields()
    {
        PeerField[] fields = [PeerField.Of("blocks-bin", [1]), PeerField.Of("blocks-bin", []), PeerField.Of("blocks-bin", [2, 3])];
        foreach (CallKind kind in Kinds)
        {
            using RunningCall call = await server.CallAsync(kind, null, new PeerOrder { Initial = fields, Trailing = fields });
            Lists initial = await call.Initial.ReadAsync<Lists>();
            await call.FinishAsync();
            Assert.Equal(new Lists([], [[1], [], [2, 3]]), initial);
            Assert.Equal(initial, call.Trailing.Read<Lists>());
        }
    }

    [PeerFact]
    public async Task Typed_calls_travel_in_all_three_positions()
    {
        PeerField[] sent = [PeerField.Of("tenant-id", Wire.EveryCharacter), PeerField.Of("token-bin", [1, 2, 255])];
        PeerOrder order = new()
        {
            Initial = [PeerField.Of("node", Wire.EveryCharacter), PeerField.Of("stamp-bin", [7])],
            Trailing = [PeerField.Of("rows", "3"), PeerField.Of("digest-bin", [9, 8])],
        };
        foreach (CallKind kind in Kinds)
        {
            using TypedRunningCall call = await server.TypedCallAsync(kind, new Caller(Wire.EveryCharacter, new byte[] { 1, 2, 255 }), order);
            Assert.Equal(sent, PeerField.Parse(await call.FinishAsync()).OfKeys(like: sent));
            Assert.Equal((new Begin(Wire.EveryCharacter, [7]), new End(3) { Digest = [9, 8] }), (await call.InitialAsync(), call.Trailing()));
        }
    }

    [PeerFact]
    public async Task Failure_after_the_headers_keeps_its_status_and_both_metadata()
    {
        PeerOrder order = new() { Initial = [PeerField.Of("words", "begun")], Trailing = Lengths.All.Fields, Code = (int)StatusCode.PermissionDenied, Message = "not you" };
        foreach (CallKind kind in Kinds)
        {
            using RunningCall call = await server.CallAsync(kind, null, order);
            Assert.Equal(new Phrase("begun"), await call.Initial.ReadAsync<Phrase>());
            RpcException failure = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
            Assert.Equal((StatusCode.PermissionDenied, "not you"), (failure.StatusCode, failure.Status.Detail));
            Assert.Equal(Lengths.All, failure.TrailingMetadata().Read<Lengths>());
            Assert.Equal(Lengths.All, call.Trailing.Read<Lengths>());
        }
    }

    [PeerFact]
    public async Task Failure_before_the_headers_keeps_its_status_and_its_trailers()
    {
        PeerOrder order = new() { Trailing = [PeerField.Of("words", "ended"), .. Lengths.All.Fields], Code = (int)StatusCode.NotFound, Message = "nothing here" };
        foreach (CallKind kind in Kinds)
        {
            using RunningCall call = await server.CallAsync(kind, null, order);
            RpcException read = await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Phrase>());
            RpcException failure = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
            Assert.Equal((StatusCode.NotFound, "nothing here"), (read.StatusCode, read.Status.Detail));
            Assert.Equal((StatusCode.NotFound, "nothing here"), (failure.StatusCode, failure.Status.Detail));
            Assert.Equal(new Phrase("ended"), failure.TrailingMetadata().Read<Phrase>());
            Assert.Equal(Lengths.All, call.Trailing.Read<Lengths>());
        }
    }

    /// <summary>Sends a record, has the server answer with it in both positions, and compares what each end saw.</summary>
    /// <param name="record">What our client sends and reads.</param>
    /// <param name="answered">What the server sends.</param>
    /// <param name="seen">What the server saw, when that is not what it sends.</param>
    private protected async Task TravelsAsync<T>(T record, PeerField[] answered, PeerField[]? seen = null)
        where T : IRequestMetadata<T>, IInitialMetadata<T>, ITrailingMetadata<T>
    {
        Metadata request = [];
        request.Write(record);
        foreach (CallKind kind in Kinds)
        {
            using RunningCall call = await server.CallAsync(kind, request, new PeerOrder { Initial = answered, Trailing = answered });
            Assert.Equal(record, await call.Initial.ReadAsync<T>());
            Assert.Equal(seen ?? answered, PeerField.Parse(await call.FinishAsync()).OfKeys(like: answered));
            Assert.Equal(record, call.Trailing.Read<T>());
        }
    }

    /// <summary>What the server saw of our client's list of binary items.</summary>
    private protected async Task<PeerField[]> SeenOfBinaryListAsync(CallKind kind, params byte[][] items)
    {
        using RunningCall call = await server.CallAsync(kind, new Lists(["beside"], items), new PeerOrder());
        PeerField[] seen = PeerField.Parse(await call.FinishAsync());
        Assert.Equal([PeerField.Of("tags", "beside")], seen.Where(field => field.Key == "tags"));
        return [.. seen.Where(field => field.Key == "blocks-bin")];
    }
}
