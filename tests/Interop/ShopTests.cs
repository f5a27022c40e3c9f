using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedMetadata.Interop;

/// <summary>The sample of three services: who sees what, that no secret shows, and that no process is left, however it ends.</summary>
public sealed class ShopTests
{
    private const string Canary = "canary-5be81c";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private static readonly Sample _shop = Sample.Built("Shop");

    [Fact]
    public async Task Everybody_sees_the_caller_and_only_those_who_may_the_token()
    {
        (int exitCode, string output) = await Sample.RunAsync(Started());
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain(Canary, output, StringComparison.Ordinal);
        Assert.All(Processes(output), id => Assert.Throws<ArgumentException>(() => Process.GetProcessById(id)));

        Dictionary<string, string[]> bought = Rows(output, "A purchase");
        string request = bought["Client"][1];
        Assert.Equal(["acme", request, "***", "2.1", "30.00 s", "OK"], bought["Client"]);
        Assert.Equal(["acme", request, "***", "2.1", "OK"], WithoutTime(bought["Gateway"]));
        Assert.Equal(["acme", request, "***", "none", "OK"], WithoutTime(bought["Orders"]));
        Assert.Equal(["acme", request, "none", "none", "OK"], WithoutTime(bought["Stock"]));
        Assert.InRange(Seconds(bought["Orders"]), 10.1, 30.3);
        Assert.InRange(Seconds(bought["Stock"]), 0, 10);
        Assert.Contains("Services = 3", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_shows_in_a_rejection_a_late_response_or_a_log_at_Trace()
    {
        (int exitCode, string output) = await Sample.RunAsync(Started("--verbose"));
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain(Canary, output, StringComparison.Ordinal);
        Assert.All(["tenant-id: acme", "user-token: *"], header => Assert.Contains(header, output, StringComparison.Ordinal));

        Dictionary<string, string[]> rejected = Rows(output, "A call without a tenant and with an invalid app version");
        Assert.Equal(["none", rejected["Client"][1], "***", "latest", "InvalidArgument"], WithoutTime(rejected["Gateway"]));
        Assert.All(["Orders", "Stock"], who => Assert.Equal(["was not called"], rejected[who]));
        Assert.All(["Violation +tenant-id: ", "Violation +app-version: "], violation => Assert.Matches(violation, output));

        Dictionary<string, string[]> late = Rows(output, "A purchase whose deadline passes in stock");
        Assert.Equal("DeadlineExceeded", late["Client"][^1]);
        Assert.All(["Gateway", "Orders", "Stock"], who =>
        {
            Assert.Equal(late["Client"][1], late[who][1]);
            Assert.InRange(Seconds(late[who]), 0, 2.1);
            Assert.Contains(late[who][^1], (string[])["DeadlineExceeded", "Cancelled"]);
        });
    }

    [Fact]
    public async Task Page_shows_the_gateways_contract_and_its_calls_without_a_secret()
    {
        int port = FreePort();
        using Process shop = Process.Start(Started("--page", port.ToString(CultureInfo.InvariantCulture)))!;
        Task<string> errors = shop.StandardError.ReadToEndAsync();
        string output = "";
        while (!output.Contains($"http://127.0.0.1:{port}/typed-metadata/", StringComparison.Ordinal))
        {
            output += await shop.StandardOutput.ReadLineAsync() is string line ? line + "\n" : throw new InvalidOperationException(await errors);
        }

        using HttpClient http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}/typed-metadata/") };
        Assert.Contains("shop.Gateway", await http.GetStringAsync(""), StringComparison.Ordinal);
        string call = await http.GetStringAsync("calls/1");
        Assert.Contains("acme", call, StringComparison.Ordinal);
        Assert.Contains("***", call, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, call, StringComparison.Ordinal);

        using Process kill = Process.Start("kill", ["-TERM", shop.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        output += await shop.StandardOutput.ReadToEndAsync();
        await shop.WaitForExitAsync();
        Assert.Equal(0, shop.ExitCode);
        Assert.Contains("Who saw what: A purchase ", output, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using System.Net.Sockets.TcpListener listener = new(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Not INT, which does the same: a shell starts what it runs in the background with that one ignored, and tests may run so.
    [Fact]
    public async Task Signal_stops_all_three()
    {
        (int exitCode, string errors) = await EndAsync(async (shop, _) =>
        {
            using Process kill = Process.Start("kill", ["-TERM", shop.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        });
        Assert.Equal(130, exitCode);
        Assert.Contains("Stopped.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_do_not_outlive_a_killed_sample() => await EndAsync((shop, _) =>
    {
        shop.Kill();
        return Task.CompletedTask;
    });

    [Fact]
    public async Task When_a_service_dies_the_others_are_stopped_and_it_says_so()
    {
        (int exitCode, string errors) = await EndAsync((_, services) =>
        {
            using Process gateway = Process.GetProcessById(services[^1]);
            gateway.Kill();
            return Task.CompletedTask;
        });
        Assert.Equal(1, exitCode);
        Assert.Contains("The sample failed. The services are stopped.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_service_cannot_start_it_says_so()
    {
        ProcessStartInfo start = Started();
        start.Environment["Logging__LogLevel__Default"] = "no level";
        (int exitCode, string output) = await Sample.RunAsync(start);
        Assert.Equal(1, exitCode);
        Assert.Contains("The service Stock ended before it listened", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shop_with_unknown_arguments_prints_its_usage() => Assert.Equal(2, (await _shop.RunAsync("--role", "orders", "--port", "0")).ExitCode);

    private static ProcessStartInfo Started(params string[] arguments)
    {
        ProcessStartInfo start = _shop.Started(arguments);
        start.Environment["SHOP_USER_TOKEN"] = Canary;
        return start;
    }

    // The services have the sample's standard error too, so it ends when the last of them is gone.
    private static async Task<(int ExitCode, string Errors)> EndAsync(Func<Process, IReadOnlyList<int>, Task> end)
    {
        using Process shop = Process.Start(Started())!;
        Task<string> errors = shop.StandardError.ReadToEndAsync();
        string output = "";
        while (Processes(output) is not { Count: 3 })
        {
            output += await shop.StandardOutput.ReadLineAsync() is string line ? line + "\n" : throw new InvalidOperationException(await errors);
        }

        await end(shop, Processes(output));
        await shop.StandardOutput.ReadToEndAsync();
        await shop.WaitForExitAsync();
        return (shop.ExitCode, await errors.WaitAsync(_patience));
    }

    private static List<int> Processes(string output) =>
        [.. Regex.Matches(output, @"process (\d+) at http://127\.0\.0\.1:").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    private static Dictionary<string, string[]> Rows(string output, string title) =>
        output[output.IndexOf($"Who saw what: {title} ", StringComparison.Ordinal)..].Split('\n').Skip(4).Take(4)
            .Select(line => Regex.Split(line.Trim(), " {2,}"))
            .ToDictionary(cells => cells[0], cells => cells[1..]);

    private static string[] WithoutTime(string[] cells) => [.. cells[..4], cells[5]];

    private static double Seconds(string[] cells) => double.Parse(cells[4].Split(' ')[0], CultureInfo.InvariantCulture);
}
