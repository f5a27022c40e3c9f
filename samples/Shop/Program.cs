using System.Globalization;
using System.Runtime.InteropServices;
using Grpc.Core;
using Shop;
using Spectre.Console;

const string Usage = """
    Usage: Shop [--verbose]    Starts three services, runs a client and stops the services. --verbose shows the logs of the services at level Trace.
           Shop --page PORT    Does the same and serves the gateway's metadata contract and recent calls on PORT until Ctrl+C.
           Shop --role stock --port PORT
           Shop --role orders|gateway --port PORT --next http://127.0.0.1:PORT [--page PORT]
                               Runs one service until Ctrl+C or the end of its standard input.
    """;

// A pipe has no width of its own.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 160;
}

switch (args)
{
    case []:
        return await RunAllAsync(verbose: false, page: null);

    case ["--verbose"]:
        return await RunAllAsync(verbose: true, page: null);

    case ["--page", string port] when IsPort(port, out int number):
        return await RunAllAsync(verbose: false, number);

    case ["--role", "stock", "--port", string port] when IsPort(port, out int number):
        await ShopServer.RunAsync(Role.Stock, number, next: null, page: null);
        return 0;

    case ["--role", "orders" or "gateway", "--port", string port, "--next", string url]
        when IsPort(port, out int number) && IsUrl(url, out Uri? next):
        await ShopServer.RunAsync(Enum.Parse<Role>(args[1], ignoreCase: true), number, next, page: null);
        return 0;

    case ["--role", "orders" or "gateway", "--port", string port, "--next", string url, "--page", string pagePort]
        when IsPort(port, out int number) && IsUrl(url, out Uri? next) && IsPort(pagePort, out int page):
        await ShopServer.RunAsync(Enum.Parse<Role>(args[1], ignoreCase: true), number, next, page);
        return 0;

    case ["--help" or "-h"]:
        Console.WriteLine(Usage);
        return 0;

    default:
        Console.Error.WriteLine($"Unknown arguments '{string.Join(' ', args)}'.{Environment.NewLine}{Usage}");
        return 2;
}

static bool IsPort(string text, out int port) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;

static bool IsUrl(string text, out Uri? url) => Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme == Uri.UriSchemeHttp;

static async Task<int> RunAllAsync(bool verbose, int? page)
{
    using CancellationTokenSource stop = new();
    using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

    ConsoleReport report = new();
    await using ThreeServices services = new(report, verbose, page);
    try
    {
        Uri gateway = await services.StartAsync(stop.Token);
        await using ShopClient client = new(gateway, report);
        IReadOnlyList<ClientCall> calls = await client.RunAsync(stop.Token);
        if (page is int port)
        {
            await report.ShowPageUntilAsync(port, stop.Token);
        }

        report.WhoSawWhat(calls, await services.StopAsync());
        return 0;
    }
    catch (Exception) when (stop.IsCancellationRequested)
    {
        // Ctrl+C stops the services too, so calls that are running may fail.
        Console.Error.WriteLine("Stopped.");
        return 130;
    }
    catch (Exception failure) when (failure is RpcException or InvalidOperationException)
    {
        Console.Error.WriteLine($"The sample failed. The services are stopped. {failure.Message}");
        return 1;
    }

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
