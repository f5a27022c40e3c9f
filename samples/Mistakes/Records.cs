using TypedMetadata;

namespace Mistakes;

[GrpcMetadata]
public sealed record NotPartial(string Name); // TMD001

[GrpcMetadata]
public sealed partial class NotARecord; // TMD002

[GrpcMetadata]
public sealed partial record Generic<T>(string Name); // TMD003

[GrpcMetadata]
public sealed partial record NoKeys; // TMD004

[GrpcMetadata]
file sealed partial record FileLocal(string Name); // TMD005

[GrpcMetadata]
public sealed partial record Unbuildable(string Name, [MetadataIgnore] int Attempt); // TMD006

[GrpcMetadata]
public sealed partial record NameTaken(string Keys); // TMD007

[GrpcMetadata]
public sealed partial record Chain(string Name)
{
    public Chain? Next { get; init; } // TMD008
}

public record Plain(string Name);

[GrpcMetadata]
public sealed partial record Derived(string Name, int Number) : Plain(Name); // TMD009

[GrpcMetadata]
public partial record Open(string Name); // TMD010

[GrpcMetadata]
public partial record struct Initialized // TMD011
{
    public Initialized(int number) => Number = number;

    public int Number { get; init; } = 3;
}

[GrpcMetadata]
public sealed partial record OnlyWithArguments // TMD012
{
    public OnlyWithArguments(string name) => Name = name;

    public string Name { get; init; }
}

[GrpcMetadata]
public sealed partial record RequestOnly(string Name);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Everywhere(RequestOnly Inner); // TMD013

[GrpcMetadata]
public sealed partial record NeverValidated(string Name)
{
    public int Attempt; // TMD015

    private static void Validate(NeverValidated value) => System.ArgumentNullException.ThrowIfNull(value); // TMD014
}

public static partial class Around
{
    public static class Keys
    {
        public const string Name = "name";
    }

    [GrpcMetadata]
    public sealed partial record Hiding(string Name)
    {
        public string Describe() => $"{Keys.Name}"; // TMD017
    }
}
