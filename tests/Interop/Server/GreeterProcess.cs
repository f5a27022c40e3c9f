using System.Diagnostics;

namespace TypedMetadata.Interop.Server;

/// <summary>The sample's server in a process of its own, on a free loopback port.</summary>
internal sealed class GreeterProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private GreeterProcess(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    internal Uri Url { get; }

    internal static Task<GreeterProcess> StartAsync() => StartAsync(Sample.Built("Greeter"));

    internal static async Task<GreeterProcess> StartAsync(Sample sample)
    {
        ProcessStartInfo start = sample.Started("--server", "0");
        start.RedirectStandardError = false;
        Process process = Process.Start(start)!;
        try
        {
            string announcement = (await process.StandardOutput.ReadLineAsync().WaitAsync(_patience))!;
            return new GreeterProcess(process, new Uri(announcement.Split(' ')[2].TrimEnd('.')));
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>What a client prints that calls a server of the same program.</summary>
    internal static async Task<(int ExitCode, string Output)> RunApartAsync(Sample sample)
    {
        await using GreeterProcess server = await StartAsync(sample);
        return await sample.RunAsync("--client", server.Url.OriginalString);
    }

    public async ValueTask DisposeAsync() => await EndAsync(_process);

    private static async Task EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
