using System.Collections.Generic;
using TypedMetadata;

public record Plain;

public abstract record PlainAndAbstract;

[GrpcMetadata]
public sealed partial record OfPlain(string X) : Plain;

public record PlainAgain : Plain;

[GrpcMetadata]
public sealed partial record OfTwo(string X) : PlainAgain;

[GrpcMetadata]
public abstract partial record Middle : PlainAndAbstract;

[GrpcMetadata]
public sealed partial record OfMiddle(string X) : Middle;

[GrpcMetadata]
public abstract partial record Base(string Name, [property: MetadataKey("x-count")] int Count = 1)
{
    public int Hidden { get; set; }

    public int Closed { get; private set; }

    public int Unread { private get; set; }

    [MetadataKey]
    public int Misplaced => 3;
}

[GrpcMetadata]
public sealed partial record HidesOne(string Name) : Base(Name)
{
    public new int Hidden;
}

[GrpcMetadata]
public abstract partial record NeedsAnArgument(string Name);

[GrpcMetadata]
public sealed partial record PassesNothingOn : NeedsAnArgument
{
    public string? X { get; init; }
}

[GrpcMetadata]
public abstract partial record NeedsNothing
{
    private NeedsNothing(int number)
    {
    }

    protected NeedsNothing()
    {
    }

    public string? Y { get; init; }
}

[GrpcMetadata]
public sealed partial record PassesNothing : NeedsNothing
{
    public string? X { get; init; }
}

[GrpcMetadata]
public abstract partial record KeepsItToItself
{
    private KeepsItToItself()
    {
    }
}

[GrpcMetadata]
public sealed partial record CannotBeMade : KeepsItToItself
{
    public string? X { get; init; }
}

[GrpcMetadata]
public sealed partial record MarksWhatItInherits([MetadataKey("name")] string Name) : NeedsAnArgument(Name);

[GrpcMetadata]
public abstract partial record Counts(int? Count)
{
    public int? Limit { get; init; } = 3;
}

[GrpcMetadata]
public sealed partial record CountsToThree(int? Count = 3) : Counts(Count);

[GrpcMetadata]
public abstract partial record HasAMap([property: MetadataPrefix("x-x-")] IReadOnlyDictionary<string, int> Map);

[GrpcMetadata]
public sealed partial record PrefixesWhatItInherits([MetadataPrefix("y-y-")] IReadOnlyDictionary<string, int> Map) : HasAMap(Map);

[GrpcMetadata]
public sealed partial record IgnoresWithoutDefault([MetadataIgnore] int Number, string Name) : NeedsAnArgument(Name);

[GrpcMetadata]
public abstract partial record Broken
{
    public object? Odd { get; init; }
}

[GrpcMetadata]
public sealed partial record OfBroken(string X) : Broken;

[GrpcMetadata(MetadataPositions.Trailing)]
public abstract partial record InTrailers
{
    public string? Expires { get; init; }
}

[GrpcMetadata]
public sealed partial record InRequests(string X) : InTrailers;
