using System.Globalization;
using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <content>What arrives is wrong: each way to be wrong, at each key, in each position.</content>
internal static partial class Scenarios
{
    /// <summary>What stands in place of a field of the record.</summary>
    private static readonly Dictionary<string, Func<RawField, RawField[]>> _faults = new()
    {
        ["missing"] = _ => [],
        ["malformed"] = field => [field with { Value = IsBinary(field) ? "#" + field.Value : field.Value + "?%" }],
        ["what its converter throws at"] = field => [field with { Value = field.Value + "!" }],
        ["given twice"] = field => [field, field with { Value = IsBinary(field) ? "AAAA" + field.Value : field.Value + "2" }],
        ["given by its former name too"] = field => field.Name == "authorization" ? [field, new("x-old-authorization", field.Value + "2")] : [field with { Value = "" }],
        ["joined with another"] = field => [field with { Value = $"{field.Value},{(IsBinary(field) ? "AAAA" : "")}{field.Value}" }],
        ["empty"] = field => [field with { Value = "" }],
        ["not printable"] = field => [field with { Value = field.Value + "\u0001" }],
        ["too many"] = field => field.Name.StartsWith("x-", StringComparison.Ordinal)
            ? [.. Enumerable.Range(0, 65).Select(number => new RawField(field.Name.Replace("-a", $"-n{number}", StringComparison.Ordinal), field.Value))]
            : [field with { Value = string.Join(',', Enumerable.Repeat(field.Value, 257)) }],
    };

    private static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> Reading =>
        _faults.SelectMany(fault => new KeyValuePair<string, Func<ScenarioHost, Task>>[]
        {
            new($"a key of a request that is {fault.Key}", stage => RejectAsync(stage, fault.Value)),
            new($"a key of a declared request that is {fault.Key}", stage => RejectAsync(stage, fault.Value, app => app.MapGrpcService<Declared>())),
            new($"a key of a reported request that is {fault.Key}", stage => ReportAsync(stage, fault.Value)),
        });

    private static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> Misreading =>
        _faults.Select(fault => KeyValuePair.Create<string, Func<ScenarioHost, Task>>($"a key of an answer that is {fault.Key}", stage => MisreadAsync(stage, fault.Value)));

    private static bool IsBinary(RawField field) => field.Name.EndsWith("-bin", StringComparison.Ordinal);

    /// <summary>For each sensitive key the fields of the record with the fault there.</summary>
    private static IEnumerable<List<RawField>> Spoiled(Func<RawField, RawField[]> fault)
    {
        List<RawField> fields = Fields(Secrets.Full);
        foreach (string key in fields.Select(field => field.Name).Distinct().Where(key => key != "open"))
        {
            int first = fields.FindIndex(field => field.Name == key);
            yield return [.. fields[..first], .. fault(fields[first]), .. fields.Skip(first + 1).Where(field => field.Name != key)];
        }
    }

    private static async Task RejectAsync(ScenarioHost stage, Func<RawField, RawField[]> fault, Action<WebApplication>? map = null)
    {
        EchoServer server = await stage.ServeAsync(
            context =>
            {
                if (!context.TryReadRequestMetadata<Secrets>(out _, out IReadOnlyList<MetadataError> errors))
                {
                    stage.TelemetryRecorder.Hear(errors);
                }

                context.ReadRequestMetadata<Secrets>();
            },
            map: map);
        int rejected = 0;
        foreach (List<RawField> fields in Spoiled(fault))
        {
            RawAnswer answer = await SendAsync(stage, server, fields);
            rejected += answer.GrpcStatus == "3" ? 1 : 0;
        }

        Assert.InRange(rejected, 1, int.MaxValue);
    }

    private static async Task ReportAsync(ScenarioHost stage, Func<RawField, RawField[]> fault)
    {
        EchoServer server = await stage.ServeAsync(_ => { }, map: app => app.MapGrpcService<Reporting>());
        foreach (List<RawField> fields in Spoiled(fault))
        {
            Assert.Equal("0", (await SendAsync(stage, server, fields)).GrpcStatus);
        }

        Assert.Contains(stage.TelemetryRecorder.Heard, heard => heard.Text.Contains("accepted a call with invalid metadata", StringComparison.Ordinal));
    }

    private static async Task MisreadAsync(ScenarioHost stage, Func<RawField, RawField[]> fault)
    {
        stage.TelemetryRecorder.TrailersAreSecret = true;
        CannedAnswer[] answers = [.. Spoiled(fault).SelectMany(Answers)];
        EchoServer server = await stage.ServeAsync(_ => { }, pipeline: app => app.Run(http => answers[int.Parse(http.Request.Headers["x-answer"]!, CultureInfo.InvariantCulture)].AnswerAsync(http)));
        Echo.EchoClient client = stage.Connect(server);
        for (int number = 0; number < answers.Length; number++)
        {
            await MisreadAsync(stage, client, new Metadata { { "x-answer", number.ToString(CultureInfo.InvariantCulture) } });
        }
    }

    /// <summary>The fields in every position.</summary>
    private static CannedAnswer[] Answers(List<RawField> fields)
    {
        // Kestrel sends no other character that is not printable.
        (string, string[])[] sent = [.. fields.GroupBy(field => field.Name).Select(group => (group.Key, group.Select(field => field.Value.Replace('\u0001', '\t')).ToArray()))];
        return [new() { Headers = sent, Trailers = sent }, new("5") { Headers = sent, Trailers = sent }, new("5") { Trailers = sent, TrailersOnly = true }];
    }

    private static async Task MisreadAsync(ScenarioHost stage, Echo.EchoClient client, Metadata headers)
    {
        using AsyncUnaryCall<EchoMessage> call = client.UnaryAsync(new EchoMessage(), headers);
        await stage.HearAsync(async () => stage.TelemetryRecorder.Hear((await call.InitialMetadata().TryReadAsync<Secrets>()).Errors));
        await stage.HearAsync(() => call.InitialMetadata().ReadAsync<Secrets>());
        try
        {
            await call;
        }
        catch (RpcException exception)
        {
            stage.TelemetryRecorder.Hear(exception);
            exception.TrailingMetadata().TryRead<Secrets>(out _, out IReadOnlyList<MetadataError> errors);
            stage.TelemetryRecorder.Hear(errors);
        }

        await stage.HearAsync(() => Task.FromResult(call.TrailingMetadata().Read<Secrets>()));
    }
}
