namespace TypedMetadata;

/// <content>Compares deadlines.</content>
public readonly partial struct Deadline : IEquatable<Deadline>, IComparable<Deadline>
{
    /// <summary>Returns a value that indicates whether two deadlines are equal.</summary>
    /// <exception cref="InvalidOperationException">The deadlines have different <see cref="TimeProvider"/>s.</exception>
    public static bool operator ==(Deadline left, Deadline right) => left.CompareTo(right) == 0;

    /// <summary>Returns a value that indicates whether two deadlines are different.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator !=(Deadline left, Deadline right) => left.CompareTo(right) != 0;

    /// <summary>Returns a value that indicates whether the left deadline is earlier than the right one.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator <(Deadline left, Deadline right) => left.CompareTo(right) < 0;

    /// <summary>Returns a value that indicates whether the left deadline is later than the right one.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator >(Deadline left, Deadline right) => left.CompareTo(right) > 0;

    /// <summary>Returns a value that indicates whether the left deadline is earlier than the right one or equal to it.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator <=(Deadline left, Deadline right) => left.CompareTo(right) <= 0;

    /// <summary>Returns a value that indicates whether the left deadline is later than the right one or equal to it.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator >=(Deadline left, Deadline right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the earlier of two deadlines: <c>Deadline.Min(context.GetDeadline(), Deadline.After(timeout))</c>.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static Deadline Min(Deadline left, Deadline right) => right < left ? right : left;

    /// <summary>Compares this deadline with another. Returns a negative number if this one is earlier, a positive number if it is later, and zero if both are equal.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public int CompareTo(Deadline other) =>
        _timeProvider is null || other._timeProvider is null ? (_timeProvider is null).CompareTo(other._timeProvider is null)
        : ReferenceEquals(_timeProvider, other._timeProvider) ? _due.CompareTo(other._due)
        : throw new InvalidOperationException(
            "The deadlines have different TimeProviders, so they cannot be compared. Create both with the same TimeProvider: Deadline.After(timeout, timeProvider).");

    /// <summary>Returns a value that indicates whether both deadlines are equal and have the same <see cref="TimeProvider"/>. Unlike <c>==</c>, it never throws.</summary>
    public bool Equals(Deadline other) => ReferenceEquals(_timeProvider, other._timeProvider) && _due == other._due;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Deadline other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _due.GetHashCode();
}
