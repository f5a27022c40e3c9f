namespace TypedMetadata.Interop.Peers;

/// <summary>@grpc/grpc-js as a server.</summary>
public sealed class GrpcJsServer() : PeerServerProgram("js", Script("js/server.js"));

/// <summary>@grpc/grpc-js as a client.</summary>
public sealed class GrpcJsClient() : PeerClientProgram("js", Script("js/client.js"));

/// <summary>@connectrpc/connect-node as a client, over its gRPC transport.</summary>
public sealed class ConnectClient() : PeerClientProgram("js", Script("js/connect.js"));

/// <summary>@connectrpc/connect-web in a page of Chromium, with gRPC-Web.</summary>
public sealed class BrowserClient() : PeerClientProgram("js", Script("js/browser.js"));

/// <summary>Python's grpcio as a server.</summary>
public sealed class GrpcioServer() : PeerServerProgram("python", "-B", Script("python/server.py"));

/// <summary>Python's grpcio as a client.</summary>
public sealed class GrpcioClient() : PeerClientProgram("python", "-B", Script("python/client.py"));

/// <summary>grpc-go as a server.</summary>
public sealed class GrpcGoServer() : PeerServerProgram("go", "server");

/// <summary>grpc-go as a client.</summary>
public sealed class GrpcGoClient() : PeerClientProgram("go", "client");

/// <summary>Ruby's grpc as a client.</summary>
public sealed class RubyClient() : PeerClientProgram("ruby", Script("ruby/client.rb"));
