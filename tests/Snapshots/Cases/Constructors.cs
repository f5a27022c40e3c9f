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
public sealed partial record Deconstructed
{
    public Deconstructed()
    {
    }

    public Deconstructed(string Origin) => this.Origin = Origin;

    public string Origin { get; init; } = "";

    public void Deconstruct(out string Origin) => Origin = this.Origin;
}

[GrpcMetadata]
public sealed partial record Chained(string Name, [property: MetadataIgnore] System.DayOfWeek Day = System.DayOfWeek.Friday, [property: MetadataIgnore] System.Guid Id = default)
{
    public Chained()
        : this("chained")
    {
    }
}

[GrpcMetadata]
public sealed partial record IgnoredNull([property: MetadataIgnore] string? Note = null, [property: MetadataIgnore] System.Guid Id = default)
{
    public string A { get; init; } = "";
}

[GrpcMetadata]
public sealed partial record Overloaded(byte A, [property: MetadataIgnore] byte Y = 3, string Quieted = null!)
{
    public Overloaded(byte a, int y, string b)
        : this(a) => throw new System.NotSupportedException();
}
