namespace TypedMetadata;

/// <summary>Represents the options of <c>app.MapTypedMetadata()</c>.</summary>
public sealed class MetadataPageOptions
{
    private const int MostCalls = 10_000;

    /// <summary>
    /// Gets or sets the number of recent calls that the live view shows, from 0 to 10,000. The default is 0, which turns the live view off.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Values are redacted to <c>***</c> before a call is stored if the key is sensitive, has a name that indicates a credential (such as <c>authorization</c> or
    /// <c>api-key</c>), or is not declared by a record of the method.
    /// </para>
    /// <para>
    /// A stored call usually takes a few KiB and at most about 300 KiB: 64 entries for each position, with the first 256 characters of each key and value.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or greater than 10,000.</exception>
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
    /// Serves the page and <c>contract.json</c> without authorization in all environments, not only in Development.
    /// </summary>
    /// <remarks>To require authorization instead, call <c>app.MapTypedMetadata().RequireAuthorization()</c>.</remarks>
    public void AllowAnonymousInProduction() => IsAnonymousInProduction = true;
}
