using System;
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record ObsoleteMembers(string Name)
{
    [Obsolete("Use Name.")]
    public string? OldName { get; init; }

    [Obsolete]
    public int Older { get; init; } = 1;
}
