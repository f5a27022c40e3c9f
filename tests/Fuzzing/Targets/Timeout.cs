namespace TypedMetadata.Fuzzing.Targets;

/// <summary>The value of <c>grpc-timeout</c>.</summary>
internal static class Timeout
{
    internal static void Run(string text)
    {
        if (!Deadline.TryParseGrpcTimeout(text, out TimeSpan timeout))
        {
            BrokenPromiseException.Unless(timeout == default, "what is no timeout is zero");
            return;
        }

        BrokenPromiseException.Unless(timeout >= TimeSpan.Zero, "a timeout is never negative");
        string[] items = text.Split(',');
        if (items.Length > 1)
        {
            TimeSpan least = items.Select((item, index) => index == 0 ? item : item.TrimStart(' ')).Min(One);
            BrokenPromiseException.Unless(timeout == least, "of several timeouts the least counts");
        }

        // What has expired is not sent.
        if (timeout > TimeSpan.Zero)
        {
            CheckSent(timeout);
        }
    }

    private static TimeSpan One(string item) =>
        Deadline.TryParseGrpcTimeout(item, out TimeSpan timeout) ? timeout : throw new BrokenPromiseException("each of several timeouts is one by itself");

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
