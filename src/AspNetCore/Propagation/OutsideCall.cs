namespace TypedMetadata;

/// <summary>What becomes of a call of a propagating client while the server serves no call.</summary>
public enum OutsideCall
{
    /// <summary>It throws <see cref="InvalidOperationException"/> before anything is sent.</summary>
    Throw,

    /// <summary>It is sent, and nothing is added to it.</summary>
    SendNothing,
}
