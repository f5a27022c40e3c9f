using System.Diagnostics;
using System.Text;

namespace TypedMetadata.Interop.Peers;

/// <summary>A peer's program, started when it is first needed and killed in the end. It ends by itself when its standard input does.</summary>
/// <param name="peer">The peer's name, as <c>install</c> prints it.</param>
/// <param name="arguments">What its program is given.</param>
public abstract class PeerProcess(string peer, params string[] arguments) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly StringBuilder _errorOutput = new();
    private readonly object _starting = new();
    private Process? _process;

    /// <inheritdoc/>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Stop();
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        Gone();
    }

    /// <summary>A program that is given the peer's and its arguments, where the peer's does not end with its standard input.</summary>
    private protected virtual string? Launcher => null;

    private protected static string Script(string path) => Path.Combine(Installation.Sources, path);

    /// <summary>Lets go of what depends on the process, which is killed afterwards.</summary>
    private protected virtual void Stop()
    {
    }

    /// <summary>Cleans up after the process.</summary>
    private protected virtual void Gone()
    {
    }

    /// <summary>The next line that the peer prints.</summary>
    private protected async Task<string> NextLineAsync()
    {
        try
        {
            return await Running().StandardOutput.ReadLineAsync().WaitAsync(_patience) ?? throw Failure("ended", inner: null);
        }
        catch (TimeoutException late)
        {
            throw Failure("said nothing in time", late);
        }
    }

    private protected async Task TellAsync(string line)
    {
        await Running().StandardInput.WriteLineAsync(line);
        await Running().StandardInput.FlushAsync();
    }

    private Process Running()
    {
        lock (_starting)
        {
            return _process ??= Start();
        }
    }

    private Process Start()
    {
        string program = Installation.Program(peer);
        ProcessStartInfo start = Launcher is null ? new(program, arguments) : new(Launcher, [program, .. arguments]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1";
        start.Environment["PYTHONPATH"] = Path.Combine(Installation.Artifacts, "python");
        start.Environment["RUBYLIB"] = Path.Combine(Installation.Artifacts, "ruby");
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errorOutput)
            {
                _errorOutput.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        return process;
    }

    private InvalidOperationException Failure(string what, Exception? inner)
    {
        lock (_errorOutput)
        {
            return new InvalidOperationException($"The peer '{peer}' {what}. {_errorOutput}", inner);
        }
    }
}
