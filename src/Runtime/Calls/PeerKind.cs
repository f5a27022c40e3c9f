namespace TypedMetadata;

/// <summary>Specifies the kind of the address of a <see cref="Peer"/>.</summary>
public enum PeerKind
{
    /// <summary>The address is unknown, for example with a named pipe or an in-memory server.</summary>
    Unknown,

    /// <summary>An IPv4 address and a port. It includes IPv4 clients of an IPv6 listener.</summary>
    IPv4,

    /// <summary>An IPv6 address and a port.</summary>
    IPv6,

    /// <summary>A Unix socket with a path in the file system, or without a name.</summary>
    Unix,

    /// <summary>A Unix socket in the abstract namespace of Linux.</summary>
    UnixAbstract,
}
