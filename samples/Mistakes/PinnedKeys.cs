using TypedMetadata;

namespace Mistakes;

[GrpcMetadata]
public sealed partial record DerivedKey(string TenantId); // TMD030
