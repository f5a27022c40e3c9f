namespace TypedMetadata.Interop.Peers;

/// <summary>@grpc/grpc-js as a server.</summary>
public sealed class GrpcJsServer() : PeerServer("js", Script("js/server.js"));

/// <summary>@grpc/grpc-js as a client.</summary>
public sealed class GrpcJsClient() : PeerClient("js", Script("js/client.js"));

/// <summary>@connectrpc/connect-node as a client, over its gRPC transport.</summary>
public sealed class ConnectClient() : PeerClient("js", Script("js/connect.js"));

/// <summary>Python's grpcio as a server.</summary>
public sealed class GrpcioServer() : PeerServer("python", "-B", Script("python/server.py"));

/// <summary>Python's grpcio as a client.</summary>
public sealed class GrpcioClient() : PeerClient("python", "-B", Script("python/client.py"));

/// <summary>grpc-go as a server.</summary>
public sealed class GrpcGoServer() : PeerServer("go", "server");

/// <summary>grpc-go as a client.</summary>
public sealed class GrpcGoClient() : PeerClient("go", "client");

/// <summary>Ruby's grpc as a client.</summary>
public sealed class RubyClient() : PeerClient("ruby", Script("ruby/client.rb"));
