using System.Net;
using System.Net.Sockets;

namespace TypedMetadata.Reliability.Wire;

/// <summary>What a proxy does to the bytes that pass.</summary>
/// <param name="Piece">How many bytes it passes on at once.</param>
/// <param name="Delay">How long it holds each piece.</param>
internal sealed record Weather(int Piece = 65536, TimeSpan Delay = default)
{
    /// <summary>After how many bytes of the server's it cuts the connection.</summary>
    internal long CutAfter { get; init; } = long.MaxValue;
}

/// <summary>A bad line between a client and a server on loopback.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _sockets = [];
    private readonly List<Task> _pumps = [];
    private readonly int _target;
    private readonly Task _accepting;

    internal TcpProxy(int target, Weather weather)
    {
        _target = target;
        Weather = weather;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What it does to the bytes; may change while they pass.</summary>
    internal Weather Weather { get; set; }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many bytes the server has sent.</summary>
    internal long Passed { get; private set; }

    /// <summary>Cuts every connection, with RST at both ends.</summary>
    internal void Cut()
    {
        lock (_sockets)
        {
            foreach (Socket socket in _sockets)
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Close();
            }

            _sockets.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // In this order: the loop may be about to accept once more, which a stopped listener answers with an exception of its own.
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        Cut();
        await Task.WhenAll(_pumps);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync(_stop.Token);
                Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                lock (_sockets)
                {
                    _sockets.AddRange([client, server]);
                }

                _pumps.Add(PumpAsync(client, server, isAnswer: false));
                _pumps.Add(PumpAsync(server, client, isAnswer: true));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isAnswer)
    {
        byte[] buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory(0, Math.Min(buffer.Length, Weather.Piece)), _stop.Token) is > 0 and int length)
            {
                if (Weather.Delay != default)
                {
                    await Task.Delay(Weather.Delay, _stop.Token);
                }

                if (isAnswer && Passed + length > Weather.CutAfter)
                {
                    await to.SendAsync(buffer.AsMemory(0, (int)Math.Max(0, Weather.CutAfter - Passed)), _stop.Token);
                    Cut();
                    return;
                }

                await to.SendAsync(buffer.AsMemory(0, length), _stop.Token);
                Passed += isAnswer ? length : 0;
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }
}
