namespace TypedMetadata.Reliability.Faults;

/// <summary>Something that goes wrong around a call.</summary>
/// <param name="Name">What.</param>
/// <param name="Allowed">The ends that the client may report.</param>
/// <param name="HappenAsync">Lets it happen once; which kind of call, or which byte, the turn chooses.</param>
internal sealed record Fault(string Name, string[] Allowed, Func<int, Task<Sighting>> HappenAsync)
{
    /// <summary>Whether the connection itself dies, and every call on it.</summary>
    internal bool TransportDies { get; init; }
}

/// <summary>What was seen of a fault.</summary>
/// <param name="Client">How the call ended for the client, and which metadata it read.</param>
/// <param name="Server">How the handler ended.</param>
/// <param name="Hurt">How many of ten neighbours did not end well; null where there were none.</param>
internal sealed record Sighting(string Client, string Server, int? Hurt);
