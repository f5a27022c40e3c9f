using System.Net;
using System.Net.Sockets;

namespace TypedMetadata.Interop.RawHttp2;

/// <summary>A server of HTTP/2 that sends whatever frames a test wants, on a free loopback port.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _connections = [];
    private readonly Func<RawServerConnection, RawRequest, Task> _onRequest;
    private readonly Task _accepting;

    /// <summary>Starts a server.</summary>
    /// <param name="onRequest">What it does with a request that has ended; one at a time on each connection.</param>
    internal RawServer(Func<RawServerConnection, RawRequest, Task> onRequest)
    {
        _onRequest = onRequest;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal string Url => $"http://127.0.0.1:{Port}";

    /// <summary>How many connections it has had.</summary>
    internal int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        // In this order: the loop may be about to accept once more, which a stopped listener answers with an exception of its own.
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                socket.NoDelay = true;
                Connections++;
                _connections.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using FrameChannel channel = FrameChannel.Of(socket);
        RawServerConnection connection = new(channel, socket, _stop.Token);
        try
        {
            await connection.RunAsync(request => _onRequest(connection, request));
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
        }
    }
}
