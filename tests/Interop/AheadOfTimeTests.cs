using System.Text.RegularExpressions;
using TypedMetadata.Interop.Peers;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>The sample compiled ahead of time (NativeAOT), which trims it too: no warning, and the same program.</summary>
[NeedsPeer("clang")]
public sealed partial class AheadOfTimeTests(NativeGreeter native) : IClassFixture<NativeGreeter>
{
    private const int Patience = 600_000;
    private static readonly Sample _built = Sample.Built("Greeter");

    [PeerFact(Timeout = Patience)]
    public async Task NativeAot_publish_reports_no_warning() =>
        Assert.DoesNotContain("warning", (await native.PublishedAsync()).Log, StringComparison.Ordinal);

    [PeerFact(Timeout = Patience)]
    public async Task Client_and_server_in_one_print_what_they_print_just_in_time() =>
        Assert.Equal(Timeless(await _built.RunAsync()), Timeless(await (await native.PublishedAsync()).Program.RunAsync()));

    [PeerFact(Timeout = Patience)]
    public async Task Client_and_server_apart_print_what_they_print_just_in_time() =>
        Assert.Equal(Timeless(await GreeterProcess.RunApartAsync(_built)), Timeless(await GreeterProcess.RunApartAsync((await native.PublishedAsync()).Program)));

    // The sample shows when each call began and how long it took; a table pads the shorter of two such texts.
    private static string Timeless((int ExitCode, string Output) run)
    {
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("InvalidArgument", run.Output, StringComparison.Ordinal);
        return Spaces().Replace(Time().Replace(run.Output, "(time)"), " ");
    }

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+ ?(Z|\+00:00)|[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?|(?<=took: )[0-9.]+s")]
    private static partial Regex Time();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
