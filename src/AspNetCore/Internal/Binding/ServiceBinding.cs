namespace TypedMetadata;

/// <summary>Where the guard of a service's calls stands.</summary>
internal enum ServiceBinding
{
    /// <summary>Around each method's delegate, and nowhere else: the service has no other interceptors, and its calls need none of ours.</summary>
    Guarded,

    /// <summary>
    /// In two parts: innermost around each method's delegate, and outermost as an interceptor, since the service has interceptors of others between them, or another activator.
    /// </summary>
    Checked,

    /// <summary>In the same two parts, both as interceptors, since others bind methods of the service too.</summary>
    Plain,
}
