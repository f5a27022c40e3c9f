using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public partial record Policy(
    [MetadataKey("X-Upper")] string Upper,
    [MetadataKey("grpc-foo")] string Reserved,
    [MetadataKey("te")] string Http,
    [MetadataKey("allow")] string Content,
    string ApiKey);
