using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed record NotPartial(string Name);

[GrpcMetadata]
public sealed partial class NotARecord
{
    public string Name { get; set; } = "";
}

[GrpcMetadata]
file sealed partial record FileLocal(string Name);
