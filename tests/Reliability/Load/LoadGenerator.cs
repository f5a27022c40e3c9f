using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability.Load;

/// <summary>A thousand calls in flight, over ten connections. Each call checks that all it gets is its own.</summary>
internal sealed class LoadGenerator : IDisposable
{
    internal const int InFlight = 1_000;
    private const int Connections = 10;
    private readonly bool _typed;
    private readonly Findings _findings;
    private readonly GrpcChannel[] _channels = new GrpcChannel[Connections];
    private readonly string[] _peers = new string[Connections];
    private long _next;
    private int _mixUps;
    private int _failures;

    internal LoadGenerator(string address, bool typed, Findings findings)
    {
        _typed = typed;
        _findings = findings;
        for (int i = 0; i < Connections; i++)
        {
            int index = i;
            SocketsHttpHandler handler = new() { EnableMultipleHttp2Connections = false, ConnectCallback = (context, ct) => ConnectAsync(index, context.DnsEndPoint, ct) };
            GrpcChannelOptions options = new() { HttpHandler = handler, DisposeHttpClient = true };
            _channels[i] = GrpcChannel.ForAddress(address, typed ? options.UseTypedMetadata() : options);
        }
    }

    /// <summary>How many calls got something of another's.</summary>
    internal int MixUps => _mixUps;

    /// <summary>How many calls failed.</summary>
    internal int Failures => _failures;

    /// <summary>Makes so many calls, and says how many a second.</summary>
    internal async Task<double> RunAsync(int count, Action<double>? advance = null)
    {
        long start = Stopwatch.GetTimestamp();
        long end = Interlocked.Read(ref _next) + count;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(worker => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref _next) is long number && number <= end)
            {
                await CallAsync(worker % Connections, number);
                advance?.Invoke(1);
            }
        })));
        Interlocked.Exchange(ref _next, end);
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private string Name => _typed ? "typed" : "by hand";

    public void Dispose()
    {
        foreach (GrpcChannel channel in _channels)
        {
            channel.Dispose();
        }
    }

    private async ValueTask<Stream> ConnectAsync(int index, DnsEndPoint address, CancellationToken ct)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, ct);
        _peers[index] = $"ipv4:{socket.LocalEndPoint}";
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task CallAsync(int connection, long number)
    {
        string text = $"call {number} {Guid.NewGuid():N}";
        byte[] blob = Guid.NewGuid().ToByteArray()[..(1 + (int)(number % 16))];
        TimeSpan given = TimeSpan.FromSeconds(120 + (number % 900));
        long start = Stopwatch.GetTimestamp();
        DateTime deadline = DateTime.UtcNow + given;
        CallKind kind = (CallKind)(number % 4);
        GrpcChannel channel = _channels[connection];
        Echo.EchoClient client = _typed ? new(channel.CreateTypedCallInvoker()) : new(channel);
        try
        {
            (CallTicket initial, CallTicket trailing, string? reply) = _typed
                ? await TypedAsync(kind, client, text, blob, deadline)
                : await ByHandAsync(kind, client, text, blob, deadline);
            TimeSpan took = Stopwatch.GetElapsedTime(start);
            if (reply != text || !IsOwn(initial) || !IsOwn(trailing))
            {
                Interlocked.Increment(ref _mixUps);
                _findings.Break($"{Name} {kind} call {number}, {text}, {given}, {took}: {reply}, {initial}, {trailing}");
            }

            // grpc-dotnet's client rounds what it sends up by a hundredth at most.
            bool IsOwn(CallTicket ticket) => ticket.Text == text
                && ticket.Blob.AsSpan().SequenceEqual(blob)
                && ticket.SeenPeer == _peers[connection]
                && ticket.LeftMilliseconds <= (given.TotalMilliseconds * 1.01) + 1
                && ticket.LeftMilliseconds >= (given - took).TotalMilliseconds - 2;
        }
        catch (Exception failure) when (failure is RpcException or MetadataException or InvalidOperationException)
        {
            Interlocked.Increment(ref _failures);
            _findings.Break($"{Name} {kind} call {number}: {failure.Message}");
        }
    }

    private static async Task<(CallTicket Initial, CallTicket Trailing, string? Reply)> TypedAsync(CallKind kind, Echo.EchoClient client, string text, byte[] blob, DateTime deadline)
    {
        using RunningCall call = RunningCall.Start(kind, client, new CallTicket(text, blob), text, deadline);
        string? reply = await call.FinishAsync();
        return (await call.Initial.ReadAsync<CallTicket>(), call.Trailing.Read<CallTicket>(), reply);
    }

    private static async Task<(CallTicket Initial, CallTicket Trailing, string? Reply)> ByHandAsync(CallKind kind, Echo.EchoClient client, string text, byte[] blob, DateTime deadline)
    {
        using PlainCall call = PlainCall.Start(kind, client, new Metadata { { "text", text }, { "blob-bin", blob } }, text, deadline);
        string? reply = await call.FinishAsync();
        return (TicketOf(await call.Headers), TicketOf(call.Trailers()), reply);
    }

    private static CallTicket TicketOf(Metadata metadata) => new(
        metadata.GetValue("text") ?? throw new InvalidOperationException("text is missing"),
        metadata.GetValueBytes("blob-bin") ?? throw new InvalidOperationException("blob-bin is missing"))
    {
        LeftMilliseconds = metadata.GetValue("left-milliseconds") is string left ? long.Parse(left, CultureInfo.InvariantCulture) : null,
        SeenPeer = metadata.GetValue("seen-peer"),
    };
}
