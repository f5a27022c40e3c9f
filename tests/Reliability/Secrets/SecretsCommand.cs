using System.Text;
using Microsoft.Extensions.Logging;
using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability.Secrets;

/// <summary>A canary in every sensitive key, in every form and position, and ears at every way out.</summary>
internal sealed class SecretsCommand : ICommand
{
    private static readonly string[] _channels = ["logs", "exceptions", "statuses", "ToString", "debugger", "metrics", "traces", "event sources"];
    private static readonly string[] _traces = [Placement.Canary, .. Enumerable.Range(0, 3).Select(Base64At), Convert.ToHexString(Encoding.UTF8.GetBytes(Placement.Canary))];

    public string Name => "secrets";

    public string Promise => "no value of a sensitive key is ever in a log, an exception, a status, ToString, a debugger's view, a metric, a trace or an event";

    public async Task<Findings> RunAsync(Order order, ProgressReport stages)
    {
        Findings findings = new("way out", "texts heard", "hits");
        RunResult heard = new();
        RunResult hits = new();
        using TelemetryRecorder ears = new();
        CheckEars(ears, findings);
        await using Positions positions = await Positions.OpenAsync(ears);
        (string Name, Func<Placement, Task> TryAsync)[] all = [.. positions.All];
        Placement[] placements = [.. Placement.All];
        if (order.Quick)
        {
            placements = [.. placements.Where((_, index) => index % 5 == 0)];
        }

        int placed = 0;
        await stages.RunAsync("placements", placements.Length * all.Length, async advance =>
        {
            foreach (Placement placement in placements)
            {
                foreach ((string position, Func<Placement, Task> tryAsync) in all)
                {
                    placed += await TryAsync(tryAsync, placement) is { } shown && Search(findings, heard, hits, $"{position}, {placement}", [.. shown, .. ears.Drain()]) ? 1 : 0;
                    advance(1);
                }
            }
        });
        foreach (string channel in _channels)
        {
            findings.Row(channel, $"{heard[channel]}", $"{hits[channel]}");
        }

        findings.Row("placements", $"{placed}", "");
        findings.Expect(order.Quick || placed >= 1_000, $"only {placed} placements");
        return findings;
    }

    // Null where there is no such placement.
    private static async Task<IEnumerable<(string Channel, string Text)>?> TryAsync(Func<Placement, Task> tryAsync, Placement placement)
    {
        try
        {
            Task trying = tryAsync(placement);
            await trying;
            return trying is Task<SecretRecord> { Result: SecretRecord record } ? Shown.Of(record) : [];
        }
        catch (NotSupportedException)
        {
            return null;
        }
        catch (SeenException seen)
        {
            return Shown.Of(seen.Record);
        }
        catch (AnsweredException answer)
        {
            return [("statuses", answer.Message)];
        }
        catch (ArgumentException ofUsersCode) when (ofUsersCode.Message.EndsWith("is no combination.", StringComparison.Ordinal))
        {
            return null; // The user's own constructor, called by the test itself.
        }
        catch (Exception exception)
        {
            return Shown.Of(exception);
        }
    }

    private static bool Search(Findings findings, RunResult heard, RunResult hits, string where, (string Channel, string Text)[] texts)
    {
        foreach ((string channel, string text) in texts)
        {
            heard.Add(channel);
            if (_traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase)))
            {
                hits.Add(channel);
                findings.Break($"{channel}, {where}: {(text.Length > 300 ? text[..300] : text)}");
            }
        }

        return true;
    }

    // Deaf ears find nothing: each hears a canary that is meant to be heard.
    private static void CheckEars(TelemetryRecorder ears, Findings findings)
    {
        ears.CreateLogger("check").LogTrace("{Value}", Placement.Canary);
        using System.Diagnostics.Metrics.Meter meter = new("check");
        meter.CreateCounter<long>("check").Add(1, new KeyValuePair<string, object?>("value", Placement.Canary));
        using System.Diagnostics.ActivitySource source = new("check");
        source.StartActivity("check")?.SetTag("value", Placement.Canary).Dispose();
        using System.Diagnostics.Tracing.EventSource events = new("check");
        events.Write("check", new { Value = Placement.Canary });
        string[] hearing = [.. ears.Drain().Where(heard => heard.Text.Contains(Placement.Canary, StringComparison.Ordinal)).Select(heard => heard.Channel).Distinct()];
        foreach (string channel in new[] { "logs", "metrics", "traces", "event sources" }.Except(hearing))
        {
            findings.Break($"what leaves by {channel} is not heard");
        }
    }

    // The canary's own characters in base64, wherever it begins in a group of three bytes.
    private static string Base64At(int offset)
    {
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string(' ', offset) + Placement.Canary));
        return encoded[4..^4];
    }
}
