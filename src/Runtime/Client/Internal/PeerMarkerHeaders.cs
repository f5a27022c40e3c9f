using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>How the handler hands a call's peer on: as response headers, the only thing of its that reaches the caller.</summary>
internal static class PeerMarkerHeaders
{
    private const string AddressKey = "x-typedmetadata-peer";
    private const string CertificateKey = "x-typedmetadata-peer-certificate-bin";

    internal static void Set(HttpResponseHeaders headers, Peer peer)
    {
        headers.TryAddWithoutValidation(AddressKey, peer.ToString());
        if (peer.Certificate is X509Certificate2 certificate)
        {
            headers.TryAddWithoutValidation(CertificateKey, Convert.ToBase64String(certificate.RawDataMemory.Span));
        }
    }

    internal static Peer? Of(Metadata headers)
    {
        if (headers.GetValue(AddressKey) is not string text || !Peer.TryParse(text, out Peer? peer))
        {
            return null;
        }

        return headers.GetValueBytes(CertificateKey) is byte[] certificate ? Peer.FromEndPoint(peer.EndPoint, Load(certificate)) : peer;
    }

    private static X509Certificate2 Load(byte[] certificate)
    {
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadCertificate(certificate);
#else
        return new X509Certificate2(certificate);
#endif
    }
}
