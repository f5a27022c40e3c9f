using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record BinaryKey([MetadataKey("payload")] byte[] Payload);

[GrpcMetadata(MetadataPositions.Trailing)]
public readonly partial record struct NoKeys;

[GrpcMetadata]
public sealed partial record Generic<T>(string Name);

[GrpcMetadata]
public sealed partial record NameTaken(string Name)
{
    public string ToMetadata() => Name;
}

[GrpcMetadata]
public sealed partial record TwoProblems([MetadataKey("a")] byte[] A, object B);

[GrpcMetadata]
public sealed partial record KeysOfAllKinds(object Thing, string[] Names, int? Number, ImmutableArray<byte> Bytes, Good Good, [MetadataPrefix("x-x-")] IReadOnlyDictionary<string, int> Map);

[GrpcMetadata]
public sealed partial record KeysTaken(string Keys, string Name);

[Obsolete]
public static partial class Old
{
    [GrpcMetadata]
    public sealed partial record InOld(object Thing);
}

[GrpcMetadata]
public sealed partial record Good(string Name);

[GrpcMetadata]
public abstract partial record BrokenBase(object Thing, string Name);

[GrpcMetadata]
public sealed partial record OfBrokenBase(object Thing, string Name) : BrokenBase(Thing, Name);

[GrpcMetadata]
public sealed partial record Circle(string Name)
{
    public Circle2? Inner { get; init; }
}

[GrpcMetadata]
public sealed partial record Circle2(string Other)
{
    public Circle? Inner { get; init; }
}

[GrpcMetadata]
public sealed partial record HoldsCircle(Circle Circle, string Third);

[GrpcMetadata]
public sealed partial record BadMap([MetadataPrefix("x-a-")] IReadOnlyDictionary<string, string> A, [MetadataKey("x-a-b")] string B);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record WrongWay(BinaryKeyless Inner);

[GrpcMetadata]
public sealed partial record BinaryKeyless(string Name);
