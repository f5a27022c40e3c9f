namespace TypedMetadata;

/// <summary>Options for <c>PropagateRequestMetadata</c>.</summary>
public sealed class RequestMetadataPropagationOptions
{
    /// <summary>Gets or sets a value that indicates whether sensitive keys are sent on. The default is false.</summary>
    public bool IncludeSensitive { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether a call that is made while no gRPC call is being served is sent without the record. The default is
    /// false: such a call throws <see cref="InvalidOperationException"/> before anything is sent.
    /// </summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
