using System;
using System.Collections.Generic;
using TypedMetadata;

namespace Acme;

[GrpcMetadata(Prefix = "base-")]
public abstract partial record Caller(string TenantId, [MetadataKey("auth-token-bin", Sensitive = true)] byte[] Token, int Attempt = 1)
{
    public string? Locale { get; init; }

    public virtual string Kind { get; init; } = "caller";

    [MetadataKey("x-origin")]
    public abstract Uri? Origin { get; init; }
}

[GrpcMetadata]
public abstract partial record NoSecrets
{
    public required string Name { get; init; }
}

[GrpcMetadata]
public sealed partial record Robot(string TenantId, byte[] Token, Guid Serial) : Caller(TenantId, Token)
{
    public override Uri? Origin { get; init; }

    [MetadataKey(Sensitive = true)]
    public string Pin { get; init; } = "0000";
}

[GrpcMetadata]
public abstract partial record Person(string TenantId, byte[] Token) : Caller(TenantId, Token, 2)
{
    public IReadOnlyList<string> Roles { get; init; } = [];
}

[GrpcMetadata]
public sealed partial record Clerk(string TenantId, byte[] Token) : Person(TenantId, Token)
{
    public override Uri? Origin { get; init; }

    public override string Kind { get; init; } = "clerk";
}

[GrpcMetadata]
public sealed partial record Plain : NoSecrets
{
    public int Number { get; init; }
}
