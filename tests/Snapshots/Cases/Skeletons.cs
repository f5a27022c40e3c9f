using System;
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record BinaryKey([MetadataKey("payload")] byte[] Payload);

[GrpcMetadata(MetadataDirections.Trailing)]
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
public sealed partial record Good(string Name);
