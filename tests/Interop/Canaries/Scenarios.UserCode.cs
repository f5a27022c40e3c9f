using Grpc.Core;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <content>Code of the user's own throws with the secret in its message.</content>
internal static partial class Scenarios
{
    private static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> UserCode => new Dictionary<string, Func<ScenarioHost, Task>>
    {
        ["a converter throws"] = stage => ThrowAsync(stage, new HostileConverter(new Pass(Canary.Text))),
        ["a converter of bytes throws"] = stage => ThrowAsync(stage, new HostileBinary(new Pass(Canary.Text))),
        ["a parser throws"] = stage => ThrowAsync(stage, new HostileParser(new HostileWord(Canary.Text))),
        ["a constructor throws"] = stage => ThrowAsync<HostileConstructor>(stage, null),
        ["a property throws"] = stage => ThrowAsync(stage, new HostileProperty()),
        ["Validate throws"] = stage => ThrowAsync(stage, new HostileRules(Canary.Text)),
        ["Validate of a record inside throws"] = stage => ThrowAsync(stage, new HostileInside("label", new HostileRules(Canary.Text))),
    };

    private static async Task ThrowAsync<T>(ScenarioHost stage, T? record)
        where T : class, IRequestMetadata<T>, IInitialMetadata<T>, ITrailingMetadata<T>
    {
        stage.TelemetryRecorder.Hear(record);
        RawField[] fields = [new("label", "label"), new("word", Canary.Text), new("word-bin", Convert.ToBase64String(Canary.Bytes).TrimEnd('='))];
        EchoServer reader = await stage.ServeAsync(context =>
        {
            Assert.False(context.TryReadRequestMetadata<T>(out _, out IReadOnlyList<MetadataError> errors));
            stage.TelemetryRecorder.Hear(errors);
            context.ReadRequestMetadata<T>();
        });
        Assert.Equal("3", (await SendAsync(stage, reader, fields)).GrpcStatus);

        (string, string[])[] sent = [.. fields.Select(field => (field.Name, (string[])[field.Value]))];
        EchoServer canned = await stage.ServeAsync(_ => { }, pipeline: app => app.Run(new CannedAnswer { Headers = sent, Trailers = sent }.AnswerAsync));
        using AsyncUnaryCall<EchoMessage> call = stage.Connect(canned).UnaryAsync(new EchoMessage());
        await call;
        stage.TelemetryRecorder.Hear(await Assert.ThrowsAsync<MetadataException>(call.InitialMetadata().ReadAsync<T>));
        stage.TelemetryRecorder.Hear(Assert.Throws<MetadataException>(() => call.TrailingMetadata().Read<T>()));

        if (record is not null)
        {
            await FailToWriteAsync(stage, record);
        }
    }
}
