using System.Diagnostics;
using System.Globalization;

namespace Shop;

/// <summary>Runs one service in its own process. The process stops when its standard input ends, which also happens when this process ends.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan _stopTimeout = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<Uri> _url = new();
    private readonly List<Sighting> _seen = [];
    private readonly Process _process;
    private readonly Task _reading;

    internal ServiceProcess(Role role, Uri? next, int? page, Action<Role, LogLine>? show)
    {
        Role = role;
        List<string> arguments = ["--role", role.ToString().ToLowerInvariant(), "--port", "0"];
        if (next is not null)
        {
            arguments.AddRange(["--next", next.OriginalString]);
        }

        if (page is int port)
        {
            arguments.AddRange(["--page", port.ToString(CultureInfo.InvariantCulture)]);
        }

        _process = Process.Start(ThisProgram(arguments, trace: show is not null))!;
        _reading = ReadAsync(show);
    }

    internal Role Role { get; }

    internal int Id => _process.Id;

    /// <summary>The address of the service, once it listens.</summary>
    internal Task<Uri> Url => _url.Task;

    /// <summary>Stops the service and returns the calls that it logged.</summary>
    internal async Task<IReadOnlyList<Sighting>> StopAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _reading.WaitAsync(_stopTimeout);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"The service {Role} did not stop within {_stopTimeout}. Run the sample with --verbose to see its log.", late);
        }

        await _process.WaitForExitAsync();
        return _process.ExitCode == 0 ? _seen
            : throw new InvalidOperationException($"The service {Role} ended with exit code {_process.ExitCode}. See its output above.");
    }

    /// <summary>Ends the process if it is still running.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    // This program runs as `Shop` or as `dotnet Shop.dll`.
    private static ProcessStartInfo ThisProgram(IEnumerable<string> arguments, bool trace)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        ProcessStartInfo start = new(program, isHost ? [typeof(ServiceProcess).Assembly.Location, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Remove(ShopClient.TokenVariable);
        if (trace)
        {
            start.Environment["Logging__LogLevel__Default"] = "Trace";
        }

        return start;
    }

    private async Task ReadAsync(Action<Role, LogLine>? show)
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync() is string text)
            {
                Take(LogLine.Parse(text), show);
            }
        }
        finally
        {
            _url.TrySetException(new InvalidOperationException($"The service {Role} ended before it listened. See its output above."));
        }
    }

    private void Take(LogLine line, Action<Role, LogLine>? show)
    {
        show?.Invoke(Role, line);
        if (line.Listening is Uri url)
        {
            _url.TrySetResult(url);
        }

        if (line.Seen is Sighting seen)
        {
            _seen.Add(seen);
        }
    }
}
