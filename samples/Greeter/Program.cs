using System.Globalization;
using Greeter;
using Grpc.Core;
using Spectre.Console;

const string Usage = "Usage: Greeter [--server PORT | --client http://127.0.0.1:PORT]. Without arguments, the client and the server run in this process.";

// A pipe has no width of its own.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 100;
}

switch (args)
{
    case []:
        AnsiConsole.WriteLine("Greeter starts a gRPC server, makes three calls, and shows the metadata of each.");
        AnsiConsole.WriteLine("Each line: the property of the record, its value, and the header field on the wire.");
        AnsiConsole.WriteLine();
        WireTap tap = new();
        await using (WebApplication server = await GreeterServer.StartAsync(port: 0, tap))
        {
            await new GreeterClient(server.Urls.Single(), new ConsoleReport(tap), tap).RunAsync();
        }

        return 0;

    case ["--server", string text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535:
        await using (WebApplication server = await GreeterServer.StartAsync(port))
        {
            Console.WriteLine($"Listening on {server.Urls.Single()} (press Ctrl+C to stop)");
            await server.WaitForShutdownAsync();
        }

        return 0;

    case ["--client", string url] when Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttp:
        try
        {
            await new GreeterClient(url, new ConsoleReport()).RunAsync();
            return 0;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unavailable)
        {
            Console.Error.WriteLine($"Cannot connect to {url}. Start a server with --server {uri.Port}.");
            return 1;
        }

    case ["--help" or "-h"]:
        Console.WriteLine(Usage);
        return 0;

    default:
        Console.Error.WriteLine($"Unknown arguments '{string.Join(' ', args)}'. {Usage}");
        return 2;
}
