using TypedMetadata;

namespace Shop;

/// <summary>Describes the program that calls the gateway. It is not forwarded to other services.</summary>
[GrpcMetadata]
public sealed partial record AppInfo(Version AppVersion);
