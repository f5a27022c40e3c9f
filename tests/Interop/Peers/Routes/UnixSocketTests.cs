using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers.Routes;

/// <summary>Over a unix domain socket.</summary>
public sealed class UnixSocketTests : RouteTests
{
    private protected override async Task<Route> OpenAsync(Func<ServerCallContext, Task> behaviour)
    {
        TemporaryDirectory directory = new();
        string socket = Path.Combine(directory.Path, "socket");
        EchoServer server = await EchoServer.StartAsync(behaviour, listen: kestrel => kestrel.ListenUnixSocket(socket, listen => listen.Protocols = HttpProtocols.Http2));
        return new Route(server, Route.OverSocket(socket), directory);
    }

    private sealed class TemporaryDirectory : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("echo-");

        internal string Path => _directory.FullName;

        public void Dispose() => _directory.Delete(recursive: true);
    }
}
