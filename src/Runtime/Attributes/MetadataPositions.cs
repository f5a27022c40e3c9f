namespace TypedMetadata;

/// <summary>Where a record of metadata travels on a call.</summary>
[Flags]
public enum MetadataPositions
{
    /// <summary>From the client, with the request headers.</summary>
    Request = 1,

    /// <summary>From the server, with the response headers, before the first message.</summary>
    Initial = 2,

    /// <summary>From the server, with the trailers, after the last message.</summary>
    Trailing = 4,

    /// <summary>All three.</summary>
    All = Request | Initial | Trailing,
}
