using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Interop.TypedCalls;

namespace TypedMetadata.Interop.Peers;

/// <summary>Another language's client calls our server: what both ends see.</summary>
public abstract class PeerClientTests(PeerClientProgram client)
{
    private protected static CallKind[] Kinds { get; } = Enum.GetValues<CallKind>();

    /// <summary>What the peer makes of two text fields of one key, <c>a</c> and <c>b c</c>.</summary>
    private protected virtual PeerField[] TwoTexts { get; } = [PeerField.Of("tags", "a"), PeerField.Of("tags", "b c")];

    /// <summary>How a call ends for the peer whose answer has 9 KiB of initial metadata.</summary>
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
    public async Task Nine_KiB_of_initial_metadata_end_as_the_peer_limits_them()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.WriteInitialMetadataAsync(new Phrase(Wire.NineKibibytes)));
        PeerOutcome outcome = await client.CallAsync(server, CallKind.Unary, []);
        Assert.Equal(AfterNineKibibytes, (StatusCode)outcome.Code);
    }

    [PeerFact]
    public Task List_of_texts_travels_in_all_three_positions() =>
        TravelsAsync(new Lists(["a", "b c"], []), [PeerField.Of("tags", "a"), PeerField.Of("tags", "b c")], seen: TwoTexts);

    [PeerFact]
    public Task List_of_texts_may_come_joined_by_commas() =>
        TravelsAsync(new Lists(["a", "b c"], []), [PeerField.Of("tags", "a,b c")], seen: TwoTexts);

    [PeerFact]
    public Task List_of_binary_items_travels_in_all_three_positions() =>
        TravelsAsync(new Lists([], [[1], [2, 3]]), [PeerField.Of("blocks-bin", [1]), PeerField.Of("blocks-bin", [2, 3])]);

    [PeerFact]
    public async Task Empty_item_of_a_binary_list_arrives()
    {
        Lists? received = null;
        await using EchoServer server = await EchoServer.StartAsync(context => received = context.ReadRequestMetadata<Lists>());
        await client.CallAsync(server, CallKind.Unary, [PeerField.Of("blocks-bin", [1]), PeerField.Of("blocks-bin", []), PeerField.Of("blocks-bin", [2])]);
        Assert.Equal(new Lists([], [[1], [], [2]]), received);
    }

    [PeerFact]
    public async Task Empty_values_travel_in_all_three_positions()
    {
        Noted? received = null;
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            received = context.ReadRequestMetadata<Noted>();
            await context.WriteInitialMetadataAsync(Blank.Both);
            context.SetTrailingMetadata(Blank.Both);
        });

        PeerOutcome outcome = await client.CallAsync(server, CallKind.Unary, Blank.Fields);
        Assert.Equal(0, outcome.Code);
        Assert.Equal(Noted.Blank, received);
        Assert.Equal(Blank.Fields, outcome.Initial.OfKeys(like: Blank.Fields));
        Assert.Equal(Blank.Fields, outcome.Trailing.OfKeys(like: Blank.Fields));
    }

    [PeerFact]
    public async Task Bad_request_gets_INVALID_ARGUMENT_with_its_key()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.ReadRequestMetadata<Binary>());
        PeerOutcome outcome = await client.CallAsync(server, CallKind.Unary, []);
        Assert.Equal((int)StatusCode.InvalidArgument, outcome.Code);
        Assert.Contains("'payload-bin' is missing", outcome.Message, StringComparison.Ordinal);
    }

    [PeerFact]
    public async Task Typed_services_are_called_in_all_three_positions()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, map: app => app.MapGrpcService<PhraseService>());
        await CallPhraseServiceAsync(client, server, Kinds);
    }

    [PeerFact]
    public Task Failure_after_the_headers_keeps_its_status_and_both_metadata() => FailsAsync(begin: true);

    [PeerFact]
    public Task Failure_before_the_headers_keeps_its_status_and_its_trailers() => FailsAsync(begin: false);

    /// <summary>Has a peer call <see cref="PhraseService"/> with some kinds of calls, and compares what it sent and received.</summary>
    internal static async Task CallPhraseServiceAsync(PeerClientProgram client, EchoServer server, CallKind[] kinds)
    {
        PeerField[] fields = [PeerField.Of("words", Wire.EveryCharacter)];
        foreach (CallKind kind in kinds)
        {
            PeerOutcome outcome = await client.CallAsync(server, kind, fields);
            Assert.Equal((0, "hello"), (outcome.Code, Assert.Single(outcome.Replies!)));
            Assert.Equal(fields, outcome.Initial.OfKeys(like: fields));
            Assert.Equal(fields, outcome.Trailing.OfKeys(like: fields));
        }
    }

    /// <summary>Has the peer send fields, answers with the record that they are in both positions, and compares what each end saw.</summary>
    /// <param name="record">What our server reads and sends.</param>
    /// <param name="sent">What the peer sends.</param>
    /// <param name="seen">What the peer reads, when that is not what it sends.</param>
    private async Task TravelsAsync<T>(T record, PeerField[] sent, PeerField[]? seen = null)
        where T : IRequestMetadata<T>, IInitialMetadata<T>, ITrailingMetadata<T>
    {
        List<(string Method, T Record)> received = [];
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            received.Add((context.Method, context.ReadRequestMetadata<T>()));
            await context.WriteInitialMetadataAsync(record);
            context.SetTrailingMetadata(record);
        });

        foreach (CallKind kind in Kinds)
        {
            PeerOutcome outcome = await client.CallAsync(server, kind, sent);
            Assert.Equal((0, "hello"), (outcome.Code, Assert.Single(outcome.Replies!)));
            Assert.Equal(seen ?? sent, outcome.Initial.OfKeys(like: sent));
            Assert.Equal(seen ?? sent, outcome.Trailing.OfKeys(like: sent));
        }

        Assert.Equal(Kinds.Select(kind => ($"/echo.Echo/{kind}", record)), received);
    }

    /// <summary>Where a peer tells of the initial metadata of a call that failed afterwards.</summary>
    private protected virtual PeerField[]? InitialOfFailed(CallKind kind, PeerOutcome outcome) => outcome.Initial;

    private async Task FailsAsync(bool begin)
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            context.SetTrailingMetadata(Lengths.All);
            context.SetTrailingMetadata(Blank.Both);
            if (begin)
            {
                await context.WriteInitialMetadataAsync(new Phrase("begun"));
            }

            throw new RpcException(new Status(StatusCode.PermissionDenied, Wire.SpecialStatusMessage));
        });

        PeerField[] trailing = [.. Blank.Fields, .. Lengths.All.Fields];
        foreach (CallKind kind in Kinds)
        {
            PeerOutcome outcome = await client.CallAsync(server, kind, []);
            Assert.Equal(((int)StatusCode.PermissionDenied, Wire.SpecialStatusMessage), (outcome.Code, outcome.Message));
            Assert.Equal(trailing, outcome.Trailing.OfKeys(like: trailing));
            Assert.Equal(begin ? ["begun"] : [], (InitialOfFailed(kind, outcome) ?? []).Where(field => field.Key == "words").Select(field => field.Text));
        }
    }
}
