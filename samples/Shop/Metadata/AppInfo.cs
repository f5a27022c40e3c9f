using TypedMetadata;

namespace Shop;

/// <summary>Which program calls. The gateway asks for it, and nobody sends it on.</summary>
[GrpcMetadata]
public sealed partial record AppInfo(Version AppVersion);
