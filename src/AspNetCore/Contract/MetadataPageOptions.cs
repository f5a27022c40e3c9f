namespace TypedMetadata;

/// <summary>Options for <c>app.MapTypedMetadata()</c>.</summary>
public sealed class MetadataPageOptions
{
    /// <summary>
    /// Gets or sets the number of calls that the live view keeps, the last ones. The default is 0: no live view, and calls cost nothing more. Values of sensitive keys, of keys that carry a credential by
    /// their name, and of keys that no record of the method declares are replaced by <c>***</c> before a call is kept.
    /// </summary>
    /// <remarks>A kept call takes a few KiB: at most 64 entries in each position, and the first 256 characters of a value.</remarks>
    public int RecentCalls { get; set; }

    internal bool IsAnonymousInProduction { get; private set; }

    /// <summary>
    /// Serves the page and <c>contract.json</c> to everyone outside the environment <c>Development</c> too. Without this call they answer 404 there unless authorization is required on them, as
    /// <c>app.MapTypedMetadata().RequireAuthorization()</c> does.
    /// </summary>
    public void AllowAnonymousInProduction() => IsAnonymousInProduction = true;
}
