using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <summary>Ways through a call, each with the canary in every sensitive key of what is sent, answered or rejected.</summary>
internal static partial class Scenarios
{
    /// <summary>Those in which our client takes part.</summary>
    internal static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> OfClients => Good.Concat(Misreading).Concat(UserCode).Concat(Writing).Concat(Failing).Concat(GoingOn);

    /// <summary>Those in which requests are written byte by byte.</summary>
    internal static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> OfRawRequests => Reading;

    private static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> Good => new Dictionary<string, Func<ScenarioHost, Task>>
    {
        ["success in all three positions"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(async context =>
            {
                Secrets seen = context.ReadRequestMetadata<Secrets>();
                Assert.Equal(Secrets.Full, seen);
                stage.TelemetryRecorder.Hear(seen);
                await context.WriteInitialMetadataAsync(seen);
                context.SetTrailingMetadata(seen);
            });
            int ended = 0;
            await stage.CallAsync(stage.Connect(server), () => Secrets.Full, async call =>
            {
                stage.TelemetryRecorder.Hear(await call.Initial.ReadAsync<Secrets>());
                stage.TelemetryRecorder.Hear(call.Trailing.Read<Secrets>());
                ended++;
            });
            Assert.Equal(4, ended);
            Assert.Contains(stage.TelemetryRecorder.Heard, one => one.Text.Contains("rpc.request.metadata.open=open", StringComparison.Ordinal));
        },
        ["a record around one with secrets"] = async stage =>
        {
            Holder sent = new("label", Secrets.Full);
            stage.TelemetryRecorder.Hear(sent);
            stage.TelemetryRecorder.Hear(new[] { sent });
            EchoServer server = await stage.ServeAsync(context =>
            {
                Holder seen = context.ReadRequestMetadata<Holder>();
                Assert.Equal(sent, seen);
                stage.TelemetryRecorder.Hear(seen);
                context.AddInitialMetadata(seen);
                throw new InvalidOperationException($"Cannot serve {seen}");
            });
            await stage.CallAsync(stage.Connect(server), () => sent);
        },
        ["success of what is declared, and read by everybody who can"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(
                context =>
                {
                    IRequestMetadataAccessor<Secrets> accessor = context.GetHttpContext().RequestServices.GetRequiredService<IRequestMetadataAccessor<Secrets>>();
                    stage.TelemetryRecorder.Hear(accessor.Read());
                    stage.TelemetryRecorder.Hear(context.TryReadRequestMetadata<Secrets>(out _, out IReadOnlyList<MetadataError> errors));
                    stage.TelemetryRecorder.Hear(errors);
                    stage.TelemetryRecorder.Hear(context.GetPeer());
                    stage.TelemetryRecorder.Hear(MetadataSchema.Of<Secrets>());
                    stage.TelemetryRecorder.Hear(Secrets.Keys.Text);
                },
                map: app => app.MapGrpcService<Declared>());
            await stage.CallAsync(stage.Connect(server), () => Secrets.Full);
        },
    };

    /// <summary>A record as the header fields that say it.</summary>
    private static List<RawField> Fields<T>(T record)
        where T : IRequestMetadata<T>
    {
        Metadata metadata = [];
        metadata.Write(record);
        return [.. metadata.Select(entry => new RawField(entry.Key, entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : entry.Value))];
    }

    /// <summary>Sends fields as they are, in a call of their own, and hears the answer.</summary>
    private static async Task<RawAnswer> SendAsync(ScenarioHost stage, EchoServer server, IEnumerable<RawField> fields, string path = "/echo.Echo/Unary")
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        RawAnswer answer = await connection.CallAsync(path, [], fields, patience.Token);
        stage.TelemetryRecorder.Hear(answer);
        foreach (string details in answer.HeaderValues("grpc-status-details-bin"))
        {
            byte[] bytes = Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='));
            Google.Rpc.Status status = Google.Rpc.Status.Parser.ParseFrom(bytes);
            stage.TelemetryRecorder.Hear(status.ToString());
            stage.TelemetryRecorder.Hear(status.GetDetail<Google.Rpc.BadRequest>()!.ToString());
        }

        return answer;
    }

    [RequestMetadata<Secrets>]
    internal sealed class Declared(Behaviour behaviour) : EchoService(behaviour);

    [RequestMetadata<Secrets>(Enforcement = ContractEnforcement.ReportOnly)]
    internal sealed class Reporting(Behaviour behaviour) : EchoService(behaviour);
}
