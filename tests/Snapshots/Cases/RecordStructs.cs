using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public readonly partial record struct Point(int X, int Y = 0);

[GrpcMetadata]
public partial record struct Plain
{
    public string Name { get; set; }
    public int? Size { get; set; }
}

[GrpcMetadata]
public partial record struct WithConstructor
{
    public WithConstructor() => Name = "made";

    public string Name { get; set; } = "initial";
}
