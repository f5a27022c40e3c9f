using System.Diagnostics;
using System.Globalization;

namespace Shop;

/// <summary>A service in a process of its own: this program again, in another role. Its standard input ends when this process does, and then it stops.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

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

    /// <summary>Where it listens, once it does.</summary>
    internal Task<Uri> Url => _url.Task;

    /// <summary>Stops the service, and answers all that it saw.</summary>
    internal async Task<IReadOnlyList<Sighting>> StopAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _reading.WaitAsync(_patience);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"The service {Role} did not stop within {_patience}: its log at --verbose says what it was doing.", late);
        }

        await _process.WaitForExitAsync();
        return _process.ExitCode == 0 ? _seen
            : throw new InvalidOperationException($"The service {Role} ended with exit code {_process.ExitCode}: what it said is above.");
    }

    /// <summary>Sees to it that the process is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    // Run as `Shop` or as `dotnet Shop.dll`.
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
            _url.TrySetException(new InvalidOperationException($"The service {Role} ended before it listened: what it said is above."));
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
