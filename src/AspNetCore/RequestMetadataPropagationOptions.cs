namespace TypedMetadata;

/// <summary>Represents the options of <c>PropagateRequestMetadata</c>.</summary>
public sealed class RequestMetadataPropagationOptions
{
    /// <summary>Gets or sets a value that indicates whether sensitive keys are forwarded too. The default is false.</summary>
    public bool IncludeSensitive { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether a client call without a current server call is sent without the record. The default is false: such a call
    /// throws <see cref="InvalidOperationException"/> before anything is sent.
    /// </summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
