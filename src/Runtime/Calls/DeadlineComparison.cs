namespace TypedMetadata;

/// <content>Which of two deadlines comes first.</content>
public readonly partial struct Deadline : IEquatable<Deadline>, IComparable<Deadline>
{
    /// <summary>Whether two deadlines are the same moment.</summary>
    /// <exception cref="InvalidOperationException">They count on two different clocks.</exception>
    public static bool operator ==(Deadline left, Deadline right) => left.CompareTo(right) == 0;

    /// <summary>Whether two deadlines are different moments.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator !=(Deadline left, Deadline right) => left.CompareTo(right) != 0;

    /// <summary>Whether the left one comes first.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator <(Deadline left, Deadline right) => left.CompareTo(right) < 0;

    /// <summary>Whether the right one comes first.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator >(Deadline left, Deadline right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one comes first, or both at once.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator <=(Deadline left, Deadline right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the right one comes first, or both at once.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator >=(Deadline left, Deadline right) => left.CompareTo(right) >= 0;

    /// <summary>The one that comes first: <c>Deadline.Min(context.GetDeadline(), Deadline.After(timeout))</c>.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static Deadline Min(Deadline left, Deadline right) => right < left ? right : left;

    /// <summary>Below zero if this one comes first, above it if the other does, zero if both are the same moment.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public int CompareTo(Deadline other) =>
        _timeProvider is null || other._timeProvider is null ? (_timeProvider is null).CompareTo(other._timeProvider is null)
        : ReferenceEquals(_timeProvider, other._timeProvider) ? _due.CompareTo(other._due)
        : throw new InvalidOperationException(
            "These deadlines count on two different clocks, so neither comes first: make both with the same TimeProvider, as in Deadline.After(timeout, timeProvider).");

    /// <summary>Whether both are the same moment of the same clock. Unlike <c>==</c> it throws for no deadline.</summary>
    public bool Equals(Deadline other) => ReferenceEquals(_timeProvider, other._timeProvider) && _due == other._due;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Deadline other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _due.GetHashCode();
}
