namespace TypedMetadata;

/// <summary>Specifies the positions of a metadata record in a call.</summary>
[Flags]
public enum MetadataPositions
{
    /// <summary>Request metadata. The client sends it in the request headers.</summary>
    Request = 1,

    /// <summary>Initial metadata. The server sends it in the response headers, before the first message.</summary>
    Initial = 2,

    /// <summary>Trailing metadata. The server sends it in the trailers, after the last message.</summary>
    Trailing = 4,

    /// <summary>All three positions.</summary>
    All = Request | Initial | Trailing,
}
