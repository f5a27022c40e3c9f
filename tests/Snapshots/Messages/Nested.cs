using System;
using TypedMetadata;

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Inner([MetadataKey("inner-x")] string X, string? Type = null, string? Language = null);

[GrpcMetadata]
public abstract partial record Abstract(string X);

[GrpcMetadata]
public sealed record NotPartial(string X);

[GrpcMetadata]
public sealed partial record OnlyRequest([MetadataKey("only-x")] string X);

[GrpcMetadata]
public sealed partial record CannotHold(Abstract Abstract, NotPartial NotPartial);

[GrpcMetadata]
public sealed partial record Circle([MetadataKey("x")] string X)
{
    public Circle? Itself { get; init; }
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record MorePositions(OnlyRequest Inner);

[GrpcMetadata]
public sealed partial record IdleOptions(
    [MetadataKey("inner", MaxItems = 3, AllowEmpty = true, Sensitive = true)] Inner Named,
    [MetadataKey(Sensitive = true)] OnlyRequest Secret);

[GrpcMetadata]
public sealed partial record WithPrefix([MetadataPrefix("x-x-")] Inner Inner);

[GrpcMetadata]
public sealed partial record Twice(Inner One, Inner Two);

[GrpcMetadata]
public sealed partial record TakesAKeyOfTheInner([MetadataKey("inner-x")] string X, Inner Inner);

[GrpcMetadata(Prefix = "a b-")]
public sealed partial record MalformedPrefix(Inner Inner);

[GrpcMetadata(Prefix = "A-")]
public sealed partial record UpperCasePrefix(Inner Inner);

[GrpcMetadata(Prefix = "grpc-")]
public sealed partial record GrpcPrefix(Inner Inner);

[GrpcMetadata(MetadataPositions.Request | MetadataPositions.Initial, Prefix = "content-")]
public sealed partial record ContentPrefix(Inner Inner);

[GrpcMetadata]
public sealed partial record BrokenInside([MetadataKey("x")] string One, [MetadataKey("x")] string Two);

[GrpcMetadata]
public sealed partial record HoldsBroken([MetadataKey("x")] string X, BrokenInside Inner);
