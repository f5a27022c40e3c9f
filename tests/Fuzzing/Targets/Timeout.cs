using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedMetadata.Fuzzing.Targets;

/// <summary>The value of <c>grpc-timeout</c>.</summary>
internal static partial class Timeout
{
    internal static void Run(string text)
    {
        string[] items = text.Split(',');
        bool isTimeout = Deadline.TryParseGrpcTimeout(text, out TimeSpan timeout);
        Match[] spelled = [.. items.Select((item, index) => Spelling().Match(index == 0 ? item : item.TrimStart(' ')))];
        BrokenPromiseException.Unless(isTimeout == spelled.All(match => match.Success), "one to eight digits and a unit are a timeout, and nothing else");
        if (!isTimeout)
        {
            BrokenPromiseException.Unless(timeout == default, "what is no timeout is zero");
            return;
        }

        BrokenPromiseException.Unless(timeout == spelled.Min(Worth), "a timeout is its number of units, and of several timeouts the least counts");

        // What has expired is not sent.
        if (timeout > TimeSpan.Zero)
        {
            CheckSent(timeout);
        }
    }

    [GeneratedRegex(@"\A(?<number>[0-9]{1,8})(?<unit>[HMSmun])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Spelling();

    private static TimeSpan Worth(Match spelled)
    {
        decimal nanoseconds = decimal.Parse(spelled.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * spelled.Groups["unit"].Value switch
        {
            "H" => 3600e9m,
            "M" => 60e9m,
            "S" => 1e9m,
            "m" => 1e6m,
            "u" => 1e3m,
            _ => 1m,
        };
        return nanoseconds > long.MaxValue ? TimeSpan.MaxValue : new TimeSpan((long)(nanoseconds / TimeSpan.NanosecondsPerTick));
    }

    // On a clock that stands still, what is left is the timeout itself.
    private static void CheckSent(TimeSpan timeout)
    {
        if (Deadline.After(timeout, StandingClock.Instance).ToGrpcTimeout() is string sent)
        {
            BrokenPromiseException.Unless(sent.Length is >= 2 and <= 9, "a timeout that is sent has at most eight digits and a unit");
            BrokenPromiseException.Unless(Deadline.TryParseGrpcTimeout(sent, out TimeSpan received), "a timeout that is sent can be read");
            BrokenPromiseException.Unless(
                Deadline.TryParseGrpcTimeout(Deadline.After(received, StandingClock.Instance).ToGrpcTimeout(), out TimeSpan again) && again == received,
                "a timeout that is sent on is the one that was received");
        }
    }

    private sealed class StandingClock : TimeProvider
    {
        internal static StandingClock Instance { get; } = new();

        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
