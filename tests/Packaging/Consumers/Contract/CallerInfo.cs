using TypedMetadata;

namespace Contract;

/// <summary>Who calls; "quoted", a back\slash, 100 %3B, $(HOME), @(Compile), שלום.</summary>
[GrpcMetadata]
public sealed partial record CallerInfo(string TenantId)
{
    public string? Locale { get; init; }
}
