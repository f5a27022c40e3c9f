namespace TypedMetadata;

/// <summary>Specifies where the guard of a service's calls runs.</summary>
internal enum ServiceBinding
{
    /// <summary>Around the delegate of each method, without interceptors. It applies if the service has no other interceptors.</summary>
    Guarded,

    /// <summary>
    /// In two parts: around the delegate of each method, and in an outermost interceptor. It applies if the service has other interceptors or its own activator.
    /// </summary>
    Checked,

    /// <summary>In the same two parts, both as interceptors. It applies if another component binds methods of the service too.</summary>
    Plain,
}
