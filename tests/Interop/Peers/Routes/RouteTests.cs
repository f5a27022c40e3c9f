using Grpc.Core;
using TypedMetadata.Interop.Calls;

namespace TypedMetadata.Interop.Peers.Routes;

/// <summary>Our client calls our server by another way than straight over TCP.</summary>
public abstract class RouteTests
{
    private protected virtual IReadOnlyList<CallKind> Kinds { get; } = Enum.GetValues<CallKind>();

    [PeerFact]
    public Task Text_travels_in_all_three_positions() => TravelsAsync(new Phrase(Wire.EveryCharacter));

    [PeerFact]
    public Task Bytes_of_every_length_travel_in_all_three_positions() => TravelsAsync(Lengths.All);

    [PeerFact]
    public Task Lists_travel_in_all_three_positions() => TravelsAsync(new Lists(["a", "b c"], [[1], [2, 3]]));

    [PeerFact]
    public virtual Task Empty_values_travel_in_all_three_positions() => TravelsAsync(Blank.Both, readAs: Noted.Blank);

    [PeerFact]
    public Task Seven_KiB_of_text_travel_in_all_three_positions() => TravelsAsync(new Phrase(Wire.LongText));

    [PeerFact]
    public Task Seven_KiB_of_bytes_travel_in_all_three_positions() => TravelsAsync(new Binary(Wire.LongBytes));

    [PeerFact]
    public async Task Failure_after_the_headers_keeps_its_status_and_both_metadata()
    {
        await using Route route = await OpenAsync(async context =>
        {
            context.SetTrailingMetadata(Lengths.All);
            await context.WriteInitialMetadataAsync(new Phrase("begun"));
            throw new RpcException(new Status(StatusCode.PermissionDenied, Wire.SpecialStatusMessage));
        });

        foreach (CallKind kind in Kinds)
        {
            using RunningCall call = RunningCall.Start(kind, route.Client);
            Task<string?> reply = call.FinishAsync();
            Assert.Equal(new Phrase("begun"), await call.Initial.ReadAsync<Phrase>());
            await AssertFailedAsync(call, reply, StatusCode.PermissionDenied, Wire.SpecialStatusMessage);
        }
    }

    [PeerFact]
    public async Task Failure_before_the_headers_keeps_its_status_and_its_trailers()
    {
        await using Route route = await OpenAsync(context =>
        {
            context.SetTrailingMetadata(Lengths.All);
            throw new RpcException(new Status(StatusCode.NotFound, "nothing here"));
        });

        foreach (CallKind kind in Kinds)
        {
            using RunningCall call = RunningCall.Start(kind, route.Client);
            Task<string?> reply = call.FinishAsync();
            RpcException read = await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Phrase>());
            Assert.Equal((StatusCode.NotFound, "nothing here"), (read.StatusCode, read.Status.Detail));
            await AssertFailedAsync(call, reply, StatusCode.NotFound, "nothing here");
        }
    }

    /// <summary>Opens the way to a server whose calls run the behaviour.</summary>
    private protected abstract Task<Route> OpenAsync(Func<ServerCallContext, Task> behaviour);

    private protected Task TravelsAsync<T>(T record)
        where T : IRequestMetadata<T>, IInitialMetadata<T>, ITrailingMetadata<T> => TravelsAsync(record, readAs: record);

    /// <summary>Sends a record, answers with it in both positions, and reads it everywhere.</summary>
    private protected async Task TravelsAsync<T, TRead>(T record, TRead readAs)
        where T : IRequestMetadata<T>, IInitialMetadata<T>, ITrailingMetadata<T>
        where TRead : IRequestMetadata<TRead>, IInitialMetadata<TRead>, ITrailingMetadata<TRead>
    {
        List<TRead> received = [];
        await using Route route = await OpenAsync(async context =>
        {
            received.Add(context.ReadRequestMetadata<TRead>());
            await context.WriteInitialMetadataAsync(record);
            context.SetTrailingMetadata(record);
        });

        Metadata request = [];
        request.Write(record);
        foreach (CallKind kind in Kinds)
        {
            using RunningCall call = RunningCall.Start(kind, route.Client, request);
            Task<string?> reply = call.FinishAsync();
            Assert.Equal(readAs, await call.Initial.ReadAsync<TRead>());
            Assert.Equal("hello", await reply);
            Assert.Equal(readAs, call.Trailing.Read<TRead>());
        }

        Assert.Equal(Kinds.Select(_ => readAs), received);
    }

    private static async Task AssertFailedAsync(RunningCall call, Task<string?> reply, StatusCode code, string detail)
    {
        RpcException failure = await Assert.ThrowsAsync<RpcException>(() => reply);
        Assert.Equal((code, detail), (failure.StatusCode, failure.Status.Detail));
        Assert.Equal(Lengths.All, failure.TrailingMetadata().Read<Lengths>());
        Assert.Equal(Lengths.All, call.Trailing.Read<Lengths>());
    }
}
