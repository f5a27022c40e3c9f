using TypedMetadata;

namespace Library;

[GrpcMetadata]
public sealed partial record Session(string UserId);
