using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Who is at the other end of a connection. Immutable; two are equal if all that they say is.</summary>
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

    /// <summary>What kind of address it is.</summary>
    public PeerKind Kind { get; }

    /// <summary>The address and port, an <see cref="IPEndPoint"/>; null for unix sockets, and when nothing is known. A copy each time.</summary>
    public EndPoint? EndPoint => _ip is null ? null : new IPEndPoint(Copy(_ip), _port);

    /// <summary>
    /// The unix socket's path, or its name in the abstract namespace: the client's own if it bound one, else the one that the server listens on.
    /// Empty when neither has a name, null when it is no unix socket.
    /// </summary>
    public string? UnixSocketPath { get; }

    /// <summary>
    /// The certificate that the other end showed, over TLS. That the connection stands does not say that its chain was verified: what is accepted is up to
    /// the TLS settings.
    /// </summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>The peer at an end point. IPv6's spelling of an IPv4 address becomes that address, so that lists of allowed addresses match.</summary>
    /// <param name="endPoint">An <see cref="IPEndPoint"/> or a <see cref="UnixDomainSocketEndPoint"/>; any other, and null, is <see cref="PeerKind.Unknown"/>.</param>
    /// <param name="certificate">The certificate that it showed.</param>
    public static Peer FromEndPoint(EndPoint? endPoint, X509Certificate2? certificate = null) => endPoint switch
    {
        IPEndPoint { Address: { AddressFamily: AddressFamily.InterNetwork } or { IsIPv4MappedToIPv6: true } } ip => new(PeerKind.IPv4, ip, null, certificate),
        IPEndPoint ip => new(PeerKind.IPv6, ip, null, certificate),
        _ => OfSocket(endPoint, certificate) ?? new(PeerKind.Unknown, null, null, certificate),
    };

    /// <summary>
    /// Reads gRPC's form (naming.md): <c>ipv4:192.0.2.1:80</c>, <c>ipv6:[::1]:80</c>, <c>unix:/path</c>, <c>unix-abstract:name</c>,
    /// <c>unknown</c>; with the brackets, zones and paths percent-encoded or not.
    /// </summary>
    /// <param name="text">The text. Null and empty are <see cref="PeerKind.Unknown"/>.</param>
    /// <param name="peer">The peer, when the result is true.</param>
    /// <returns>
    /// False for any other text. IPv4 addresses are four decimal numbers without leading zeros; the framework's parser takes <c>010.0.0.1</c> for 8.0.0.1.
    /// </returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Peer? peer)
    {
        peer = PeerText.TryParse(text, out PeerKind kind, out IPEndPoint? address, out string? path)
            ? kind is PeerKind.IPv4 or PeerKind.IPv6 ? FromEndPoint(address) : new(kind, address, path, null)
            : null;
        return peer is not null;
    }

    /// <summary>gRPC's form (naming.md), such as <c>ipv4:192.0.2.1:80</c>; <see cref="TryParse"/> reads it. The certificate is not in it.</summary>
    public override string ToString() => PeerText.Format(Kind, _ip, _port, UnixSocketPath);

    /// <summary>Whether both have the same kind, address, path and certificate.</summary>
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
