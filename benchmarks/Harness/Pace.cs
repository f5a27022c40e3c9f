namespace TypedMetadata.Benchmarks.Harness;

/// <summary>How long to measure.</summary>
/// <param name="Slice">How long one way runs before it is another's turn.</param>
/// <param name="Rounds">How often each has its turn.</param>
/// <param name="CallSlice">The same of calls between two processes.</param>
/// <param name="CallRounds">How often each kind of call has its turn.</param>
/// <param name="Processes">How many fresh processes of each kind are started.</param>
internal sealed record Pace(TimeSpan Slice, int Rounds, TimeSpan CallSlice, int CallRounds, int Processes)
{
    /// <summary>The whole table in under five minutes.</summary>
    internal static Pace Quick { get; } = new(TimeSpan.FromMilliseconds(20), 15, TimeSpan.FromSeconds(1), 7, 11);

    internal static Pace Full { get; } = new(TimeSpan.FromMilliseconds(50), 61, TimeSpan.FromSeconds(3), 21, 41);
}
