using System;
using TypedMetadata;

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Malformed(
    [MetadataKey("not a key")] string Spaces,
    [MetadataKey("-bin")] byte[] OnlySuffix,
    [MetadataKey("x", Aliases = new[] { "Old", "older", "o d", "x-bin" })] string Former,
    string Größe);

[GrpcMetadata]
public sealed partial record MalformedAndSame([MetadataKey("x", Aliases = new[] { "Old" })] string One, [MetadataKey("x")] string Two);

[GrpcMetadata]
public sealed partial record UpperCase([MetadataKey("X-Id")] string Id);

[GrpcMetadata]
public sealed partial record Suffixes(
    [MetadataKey("payload")] byte[] Payload,
    [MetadataKey("number-bin")] int Number,
    int CountBin,
    string TextBin,
    [MetadataKey("text-bin")] string Text);

[GrpcMetadata(MetadataPositions.Request)]
public sealed partial record OfGrpc(
    [MetadataKey("grpc-foo")] string Foo,
    [MetadataKey("grpc-trace-bin")] string Trace,
    [MetadataKey("grpc-tags-bin")] byte[] Tags,
    [MetadataKey("grpc-retry-pushback-ms")] int Pushback,
    [MetadataKey("grpc-status", ReadOnly = true)] int Status);

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record TracesAsLists([MetadataKey("grpc-trace-bin")] byte[][] Traces);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record Pushback([MetadataKey("grpc-retry-pushback-ms")] int Milliseconds);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record PushbackAsLong([MetadataKey("grpc-retry-pushback-ms")] long Milliseconds);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record PushbackAsList([MetadataKey("grpc-retry-pushback-ms")] int[] Milliseconds);

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record PushbackInHeaders([MetadataKey("grpc-retry-pushback-ms")] int Milliseconds);

[GrpcMetadata(MetadataPositions.Initial | MetadataPositions.Trailing)]
public sealed partial record PushbackInBoth([MetadataKey("grpc-retry-pushback-ms")] int Milliseconds);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OfHttp([MetadataKey("te")] string Te, [MetadataKey("allow")] string Allow, [MetadataKey("user-agent")] string Agent);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record InTrailers([MetadataKey("allow")] string Allow);

[GrpcMetadata]
public sealed partial record Same(
    [MetadataKey("x")] string One,
    [MetadataKey("x")] string Two,
    [MetadataKey("y", Aliases = new[] { "x" })] string Three,
    [MetadataKey("y")] string Four);

[GrpcMetadata]
public sealed partial record Policy(
    [MetadataKey("authorization")] string Authorization,
    [MetadataKey("traceparent")] string Trace,
    [MetadataKey("a_b")] string Underscore,
    [MetadataKey("a.b")] string Dot,
    [MetadataKey("_")] string OnlyUnderscore,
    [MetadataKey(".")] string OnlyDot,
    [MetadataKey("list-bin")] byte[][] List);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record ListInTrailers([MetadataKey("list-bin")] byte[][] List);

[GrpcMetadata]
public sealed partial record Misplaced([MetadataKey] [property: MetadataKey("x")] string Twice)
{
    [MetadataKey] public int Field;
    [field: MetadataKey] public int BackingField { get; set; }
    [MetadataKey] public static int Shared { get; set; }
    [MetadataKey] public int ReadOnly => 1;
    [MetadataKey] public int WriteOnly { set { } }
    [MetadataKey] public int this[int index] { get => index; set { } }
    [MetadataKey, MetadataIgnore] public int Ignored => 1;
}

public interface IHasKey
{
    int Explicit { get; set; }
}

[GrpcMetadata]
public sealed partial record Implements([MetadataKey("x")] string X) : IHasKey
{
    [MetadataKey]
    int IHasKey.Explicit { get; set; }
}

[GrpcMetadata]
public sealed partial record HalfTyped([MetadataKey(null!)] string Null, [MetadataKey(Aliases = null!)] string NoNames);
