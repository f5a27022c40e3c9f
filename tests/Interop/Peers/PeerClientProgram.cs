using System.Text.Json;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers;

/// <summary>Another language's client of echo.Echo.</summary>
public abstract class PeerClientProgram : PeerProcess
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    private protected PeerClientProgram(string peer, params string[] arguments)
        : base(peer, arguments)
    {
    }

    /// <summary>Has it call a server of the tests, with <c>hello</c> as its message.</summary>
    /// <param name="server">Ours.</param>
    /// <param name="kind">The kind of the call.</param>
    /// <param name="metadata">What it sends along.</param>
    /// <param name="timeout">Its deadline, in seconds.</param>
    internal Task<PeerOutcome> CallAsync(EchoServer server, CallKind kind, PeerField[] metadata, double timeout = 60) =>
        OrderAsync(new { target = $"127.0.0.1:{server.Port}", method = kind.ToString(), metadata, text = "hello", timeout });

    /// <summary>Has it make a unary call of another service, whose messages hold a text in their first field as those of echo.Echo do.</summary>
    /// <param name="url">The server's.</param>
    /// <param name="path">The method.</param>
    /// <param name="metadata">What it sends along.</param>
    internal Task<PeerOutcome> CallAsync(Uri url, string path, PeerField[] metadata) =>
        OrderAsync(new { target = url.Authority, path, method = nameof(CallKind.Unary), metadata, text = "hello", timeout = 60 });

    private protected override void Stop() => _oneAtATime.Dispose();

    private async Task<PeerOutcome> OrderAsync(object plan)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await TellAsync(JsonSerializer.Serialize(plan, PeerField.Json));
            return JsonSerializer.Deserialize<PeerOutcome>(await NextLineAsync(), PeerField.Json)!;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}

/// <summary>How a peer's call went, as the peer tells it.</summary>
internal sealed record PeerOutcome(string[]? Replies, PeerField[]? Initial, PeerField[]? Trailing, int Code, string? Message, PeerViolation[]? Violations);

/// <summary>What is wrong with a part of a request, as the peer decoded it.</summary>
internal sealed record PeerViolation(string Field, string Description, string Reason);
