namespace TypedMetadata;

/// <summary>Specifies the kind of address that a <see cref="Peer"/> has.</summary>
public enum PeerKind
{
    /// <summary>The transport does not provide it: a named pipe, an in-memory server.</summary>
    Unknown,

    /// <summary>An IPv4 address and a port; an IPv4 client of an IPv6 listener too.</summary>
    IPv4,

    /// <summary>An IPv6 address and a port.</summary>
    IPv6,

    /// <summary>A unix socket with a path in the file system, or without a name.</summary>
    Unix,

    /// <summary>A unix socket in Linux' abstract namespace.</summary>
    UnixAbstract,
}
