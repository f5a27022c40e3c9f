namespace TypedMetadata;

/// <summary>Options for <c>app.MapTypedMetadata()</c>.</summary>
public sealed class MetadataPageOptions
{
    private const int MostCalls = 10_000;

    /// <summary>
    /// Gets or sets the number of calls that the live view keeps, the last ones. The default is 0: no live view, and calls cost nothing more. Values of sensitive keys, of keys that carry a credential by
    /// their name, and of keys that no record of the method declares are replaced by <c>***</c> before a call is kept.
    /// </summary>
    /// <remarks>A kept call usually takes a few KiB, and never more than about 300 KiB: at most 64 entries in each position, and the first 256 characters of a key and of a value.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or larger than 10,000.</exception>
    public int RecentCalls
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostCalls);
            field = value;
        }
    }

    internal bool IsAnonymousInProduction { get; private set; }

    /// <summary>
    /// Serves the page and <c>contract.json</c> to everyone outside the environment <c>Development</c> too. Without this call they return 404 there unless authorization is required on them, as
    /// <c>app.MapTypedMetadata().RequireAuthorization()</c> does.
    /// </summary>
    public void AllowAnonymousInProduction() => IsAnonymousInProduction = true;
}
