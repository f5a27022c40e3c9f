using System.Diagnostics;

namespace TypedMetadata.Benchmarks.EndToEnd;

/// <summary>The servers as a child process.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string typed, string raw, string calls)
    {
        _process = process;
        TypedAddress = typed;
        RawAddress = raw;
        TypedCallsAddress = calls;
    }

    internal string TypedAddress { get; }

    internal string RawAddress { get; }

    internal string TypedCallsAddress { get; }

    internal static async Task<ServerProcess> StartAsync()
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(ServerProcess).Assembly.Location, "--serve"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The server's process did not start.");
        string addresses = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server's process ended before it was ready.");
        string[] parts = addresses.Split(' ');
        return new ServerProcess(process, parts[0], parts[1], parts[2]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
