using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Secrets;

/// <summary>All places where a secret can be: written, sent, read, typed and raw, at both ends. Each answers what its user can see of it.</summary>
internal sealed class Positions : IAsyncDisposable
{
    private readonly ILoggerFactory _logs;
    private readonly RawServer _other;
    private EchoServer? _server;
    private GrpcChannel? _client;
    private GrpcChannel? _clientOfOther;
    private Func<ServerCallContext, Task> _behaviour = _ => Task.CompletedTask;
    private RawField[] _initial = [];
    private RawField[] _trailing = [];

    private Positions(TelemetryRecorder ears)
    {
        _logs = LoggerFactory.Create(logs => logs.SetMinimumLevel(LogLevel.Trace).AddProvider(ears));
        _other = new RawServer((connection, request) => connection.SendAsync(
            RawServerConnection.Answer(request.Stream, [new(":status", "200"), new("content-type", "application/grpc"), .. _initial], [.. _trailing, new("grpc-status", "0")])));
    }

    internal static async Task<Positions> OpenAsync(TelemetryRecorder ears)
    {
        Positions positions = new(ears);
        positions._server = await EchoServer.StartAsync(context => positions._behaviour(context), grpc =>
        {
            grpc.AddTypedMetadata();
            grpc.Services.AddLogging(logs => logs.SetMinimumLevel(LogLevel.Trace).AddProvider(ears));
        });
        positions._client = positions.Channel(positions._server.Url);
        positions._clientOfOther = positions.Channel(positions._other.Url);
        return positions;
    }

    internal IEnumerable<(string Name, Func<Placement, Task> TryAsync)> All =>
    [
        ("a record printed", placement => Task.FromResult(Look(placement.Record))),
        ("a record written to Metadata", Typed((record, _) => Task.FromResult(record.ToMetadata()))),
        ("a record as request headers", Typed((record, _) => CallAsync(record, context => Read(context)))),
        ("raw request headers, read typed", placement => CallAsync(Raw(placement.Field), context => Read(context))),
        ("two raw request headers, read typed", placement => SendAsync(placement.Twice)),
        ("a bad request of a raw client", placement => SendAsync([placement.Field])),
        ("a record as initial metadata", Typed((record, _) => CallAsync([], context => context.WriteInitialMetadataAsync(record)))),
        ("a record as initial metadata that waits", Typed((record, _) => CallAsync([], context => context.AddInitialMetadata(record)))),
        ("a record as trailing metadata", Typed((record, _) => CallAsync([], context => context.SetTrailingMetadata(record)))),
        ("raw trailers", placement => CallAsync([], context => context.ResponseTrailers.Add(Entry(placement)))),
        ("trailers of an RpcException", placement => CallAsync([], context => throw new RpcException(new Status(StatusCode.Aborted, "no"), [Entry(placement)]))),
        ("another server's initial metadata", placement => ReceiveAsync([placement.Field], [])),
        ("another server's trailing metadata, twice", placement => ReceiveAsync([], placement.Twice)),
        ("Metadata read as a record", placement => Task.FromResult(Look(() => Raw(placement.Field).Read<SecretRecord>()))),
    ];

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _clientOfOther?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _other.DisposeAsync();
        _logs.Dispose();
    }

    private GrpcChannel Channel(string url) => GrpcChannel.ForAddress(url, new GrpcChannelOptions { LoggerFactory = _logs }.UseTypedMetadata());

    private static Func<Placement, Task> Typed(Func<SecretRecord, Placement, Task> tryAsync) => placement => placement.Record is Func<SecretRecord> record ? tryAsync(record(), placement) : throw new NotSupportedException();

    private static SecretRecord Look(Func<SecretRecord>? make) => make?.Invoke() ?? throw new NotSupportedException();

    private static void Read(ServerCallContext context) => throw new SeenException(context.ReadRequestMetadata<SecretRecord>());

    private static Grpc.Core.Metadata Raw(RawField field) => [Entry(field)];

    private static Grpc.Core.Metadata.Entry Entry(Placement placement) => Entry(placement.Field);

    // Base64 that is none cannot be given to Metadata as bytes: only a raw peer sends it.
    private static Grpc.Core.Metadata.Entry Entry(RawField field) => !field.Name.EndsWith("-bin", StringComparison.Ordinal) ? new(field.Name, field.Value)
        : field.Value.EndsWith('#') ? throw new NotSupportedException()
        : new(field.Name, Convert.FromBase64String(field.Value));

    private Task CallAsync(Grpc.Core.Metadata headers, Action<ServerCallContext> behaviour) => CallAsync(headers, context =>
    {
        behaviour(context);
        return Task.CompletedTask;
    });

    private async Task CallAsync(Grpc.Core.Metadata headers, Func<ServerCallContext, Task> behaviour)
    {
        _behaviour = behaviour;
        await new Echo.EchoClient(_client).UnaryAsync(new EchoMessage(), headers);
    }

    private async Task SendAsync(RawField[] fields)
    {
        _behaviour = context =>
        {
            Read(context);
            return Task.CompletedTask;
        };
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        await using SharedConnection connection = await SharedConnection.OpenAsync(_server!.Port, patience.Token);
        (int stream, Frame[] frames) = connection.Prepare("/echo.Echo/Unary", fields, new EchoMessage().ToByteArray());
        await connection.SendAsync(frames, patience.Token);
        RawAnswer answer = await connection.AnswerAsync(stream, patience.Token);
        throw new AnsweredException(string.Join('\n', answer.Headers.Concat(answer.Trailers)));
    }

    private async Task ReceiveAsync(RawField[] initial, RawField[] trailing)
    {
        (_initial, _trailing) = (initial, trailing);
        using AsyncUnaryCall<EchoMessage> call = new Echo.EchoClient(_clientOfOther).UnaryAsync(new EchoMessage());
        await call;
        MetadataResult<SecretRecord> result = await call.InitialMetadata().TryReadAsync<SecretRecord>();
        if (result.Value is SecretRecord read && initial.Length != 0)
        {
            throw new SeenException(read);
        }

        await call.InitialMetadata().ReadAsync<SecretRecord>();
        throw new SeenException(call.TrailingMetadata().Read<SecretRecord>());
    }
}

/// <summary>A record that was read, on its way to whoever looks at it; its message holds no more than the record prints.</summary>
internal sealed class SeenException(SecretRecord record) : Exception($"{record}")
{
    internal SecretRecord Record => record;
}

/// <summary>All fields of an answer.</summary>
internal sealed class AnsweredException(string fields) : Exception(fields);
