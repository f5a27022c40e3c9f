using System.Text.RegularExpressions;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>The sample that the README starts with does its main job.</summary>
public sealed partial class SampleTests
{
    private static readonly Sample _greeter = Sample.Built("Greeter");

    [Fact]
    public async Task Greeter_shows_three_positions_and_a_rejection_and_exits_0()
    {
        (int exitCode, string output) = await _greeter.RunAsync();
        Assert.Equal(0, exitCode);
        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
        output = Whitespace().Replace(output, " ");
        Assert.All(
            [
                "auth-token: 0d16ad85-6ce4-4773-a1be-9f62b2e886a3",
                "auth-token-bin: DRathWzkR3Ohvp9isuiGow",
                "AuthToken = ***, AuthTokenBytes = ***",
                "served-by: Primary",
                "greetings: 2",
                "InvalidArgument",
                "'tenant-id' is missing. 'auth-token' is malformed",
            ],
            expected => Assert.Contains(expected, output, StringComparison.Ordinal));
        string rejection = output[output.IndexOf("Status ", StringComparison.Ordinal)..];
        Assert.DoesNotContain("not-a-uuid", rejection, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TypedCalls_shows_both_kinds_of_call_and_a_rejection_and_exits_0()
    {
        (int exitCode, string output) = await Sample.Built("TypedCalls").RunAsync();
        Assert.Equal(0, exitCode);
        Assert.All(["Hello Ada of acme", "1 row", "Bonjour Ada", "3 rows", "A call without metadata: InvalidArgument"], expected => Assert.Contains(expected, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_ends_run_apart()
    {
        (int exitCode, string output) = await GreeterProcess.RunApartAsync(_greeter);
        Assert.Equal(0, exitCode);
        Assert.Contains("Hello Barbara, says acme (attempt 2)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeter_says_when_nobody_answers()
    {
        (int exitCode, string output) = await _greeter.RunAsync("--client", "http://127.0.0.1:1");
        Assert.Equal(1, exitCode);
        Assert.Contains("Cannot connect to", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeter_says_how_it_is_used() => Assert.Equal(2, (await _greeter.RunAsync("--client")).ExitCode);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
