using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Represents the other end of a connection: its address and its certificate. Instances are immutable and are compared by value.</summary>
public sealed partial class Peer : IEquatable<Peer>
{
    private readonly IPAddress? _ip;
    private readonly int _port;

    private Peer(PeerKind kind, IPEndPoint? endPoint, string? path, X509Certificate2? certificate)
    {
        Kind = kind;
        UnixSocketPath = path;
        Certificate = certificate;
        if (endPoint is not null)
        {
            _ip = endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : Copy(endPoint.Address);
            _port = endPoint.Port;
        }
    }

    /// <summary>Gets the kind of the address.</summary>
    public PeerKind Kind { get; }

    /// <summary>Gets a copy of the address and port as an <see cref="IPEndPoint"/>, or null for Unix sockets and unknown peers.</summary>
    public EndPoint? EndPoint => _ip is null ? null : new IPEndPoint(Copy(_ip), _port);

    /// <summary>
    /// Gets the path of the Unix socket, or its name in the abstract namespace. It is null if the peer is not a Unix socket.
    /// </summary>
    /// <remarks>It is the client's own socket if the client bound one, otherwise the socket that the server listens on. It is empty if neither has a name.</remarks>
    public string? UnixSocketPath { get; }

    /// <summary>
    /// Gets the TLS certificate of the peer, or null. The TLS settings of the application decide whether its chain was verified.
    /// </summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Creates a peer from an endpoint. An IPv4-mapped IPv6 address becomes the IPv4 address.</summary>
    /// <param name="endPoint">An <see cref="IPEndPoint"/> or a <see cref="UnixDomainSocketEndPoint"/>. For other types and null, the kind is <see cref="PeerKind.Unknown"/>.</param>
    /// <param name="certificate">The TLS certificate of the peer, or null.</param>
    /// <returns>The peer.</returns>
    public static Peer FromEndPoint(EndPoint? endPoint, X509Certificate2? certificate = null) => endPoint switch
    {
        IPEndPoint { Address: { AddressFamily: AddressFamily.InterNetwork } or { IsIPv4MappedToIPv6: true } } ip => new(PeerKind.IPv4, ip, null, certificate),
        IPEndPoint ip => new(PeerKind.IPv6, ip, null, certificate),
        _ => OfSocket(endPoint, certificate) ?? new(PeerKind.Unknown, null, null, certificate),
    };

    /// <summary>
    /// Tries to parse a peer in the form of gRPC (naming.md): <c>ipv4:192.0.2.1:80</c>, <c>ipv6:[::1]:80</c>, <c>unix:/path</c>, <c>unix-abstract:name</c> or
    /// <c>unknown</c>.
    /// </summary>
    /// <remarks>
    /// Brackets, zones and paths may be percent-encoded. IPv4 addresses have four decimal numbers without leading zeros. (<see cref="IPAddress"/> parses <c>010.0.0.1</c> as
    /// 8.0.0.1.)
    /// </remarks>
    /// <param name="text">The text. For null and the empty string, the kind is <see cref="PeerKind.Unknown"/>.</param>
    /// <param name="peer">The peer, if the method returns true.</param>
    /// <returns>True if the text was parsed; otherwise, false.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Peer? peer)
    {
        peer = PeerText.TryParse(text, out PeerKind kind, out IPEndPoint? address, out string? path)
            ? kind is PeerKind.IPv4 or PeerKind.IPv6 ? FromEndPoint(address) : new(kind, address, path, null)
            : null;
        return peer is not null;
    }

    /// <summary>Returns the address in the form of gRPC (naming.md), such as <c>ipv4:192.0.2.1:80</c>, without the certificate. <see cref="TryParse"/> parses it.</summary>
    public override string ToString() => PeerText.Format(Kind, _ip, _port, UnixSocketPath);

    /// <summary>Returns a value that indicates whether both peers have the same kind, address, path and certificate.</summary>
    public bool Equals([NotNullWhen(true)] Peer? other) =>
        other is not null
        && (Kind, _port, UnixSocketPath) == (other.Kind, other._port, other.UnixSocketPath)
        && Equals(_ip, other._ip)
        && (Certificate is null) == (other.Certificate is null)
        && (Certificate is null || Certificate.RawDataMemory.Span.SequenceEqual(other.Certificate!.RawDataMemory.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Peer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _ip, _port, UnixSocketPath, Certificate?.SerialNumber);

    // IPv6 addresses are mutable: their zone can be set.
    private static IPAddress Copy(IPAddress ip) =>
        ip.AddressFamily == AddressFamily.InterNetworkV6 ? new(ip.GetAddressBytes(), ip.ScopeId) : new(ip.GetAddressBytes());
}
