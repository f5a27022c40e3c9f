using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata.Testing;

/// <summary>The connection of a test call, with a peer at its other end.</summary>
internal sealed class TestConnection(Peer peer) : BaseConnectionContext, IConnectionIdFeature, ITlsConnectionFeature
{
    // Names of sockets in the abstract namespace start with NUL.
    private const string AbstractNamespace = "\0";

    // The address of a socket without a name ends here.
    private const int SizeOfFamily = 2;

    private EndPoint? _remote = peer.Kind switch
    {
        PeerKind.Unix when peer.UnixSocketPath!.Length == 0 => new UnixDomainSocketEndPoint("/").Create(new SocketAddress(AddressFamily.Unix, SizeOfFamily)),
        PeerKind.Unix => new UnixDomainSocketEndPoint(peer.UnixSocketPath),
        PeerKind.UnixAbstract => new UnixDomainSocketEndPoint(AbstractNamespace + peer.UnixSocketPath),
        _ => peer.EndPoint,
    };

    /// <inheritdoc cref="BaseConnectionContext.ConnectionId"/>
    public override string ConnectionId { get; set; } = "test";

    /// <inheritdoc/>
    public override EndPoint? RemoteEndPoint
    {
        get => _remote;
        set => _remote = value;
    }

    /// <inheritdoc/>
    public override IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public override IDictionary<object, object?> Items { get; set; } = new ConnectionItems();

    /// <inheritdoc/>
    public X509Certificate2? ClientCertificate { get; set; } = peer.Certificate;

    /// <inheritdoc/>
    public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);

    /// <inheritdoc/>
    public override void Abort()
    {
    }

    /// <inheritdoc/>
    public override void Abort(ConnectionAbortedException abortReason)
    {
    }
}
