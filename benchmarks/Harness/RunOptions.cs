namespace TypedMetadata.Benchmarks.Harness;

/// <summary>How long to measure.</summary>
/// <param name="Slice">How long one way runs before it is another's turn.</param>
/// <param name="Rounds">How often each has its turn.</param>
/// <param name="LongRounds">The same of work that fills a slice with one run.</param>
/// <param name="CallSlice">How long one kind of call between two processes runs before it is another's turn.</param>
/// <param name="CallRounds">How often each kind of call has its turn.</param>
/// <param name="Processes">How many fresh processes of each kind are started.</param>
internal sealed record RunOptions(TimeSpan Slice, int Rounds, int LongRounds, TimeSpan CallSlice, int CallRounds, int Processes)
{
    /// <summary>The whole table in about five minutes.</summary>
    internal static RunOptions Quick { get; } = new(TimeSpan.FromMilliseconds(20), 15, 7, TimeSpan.FromSeconds(0.25), 21, 9);

    internal static RunOptions Full { get; } = new(TimeSpan.FromMilliseconds(50), 61, 15, TimeSpan.FromSeconds(0.3), 131, 31);

    /// <summary>For work that takes tenths of a second.</summary>
    internal RunOptions Long => this with { Slice = TimeSpan.FromMilliseconds(1), Rounds = LongRounds };
}
