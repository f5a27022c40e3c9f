using TypedMetadata;

[GrpcMetadata]
public sealed partial record @class(string @event, int? @default = 3)
{
    public string? @record { get; init; }
    public string? az { get; init; }
}
