using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record Constructors
{
    public Constructors() => Origin = "constructor";

    public Constructors(string origin) => Origin = origin;

    public string Origin { get; init; }

    public string? Other { get; init; }
}

[GrpcMetadata]
public sealed partial record Chained(string Name, [property: MetadataIgnore] System.DayOfWeek Day = System.DayOfWeek.Friday, [property: MetadataIgnore] System.Guid Id = default)
{
    public Chained()
        : this("chained")
    {
    }
}
