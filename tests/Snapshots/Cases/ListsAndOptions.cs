using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using TypedMetadata;

namespace Acme;

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Lists(string[] Array, ImmutableArray<int> Positional = default)
{
    public required List<Guid> List { get; init; }
    public IReadOnlyList<byte[]> ReadOnly { get; init; } = [];
    public ImmutableArray<DayOfWeek>? Nullable { get; init; }
    [MetadataKey(MaxItems = 3, Sensitive = true)] public string[]? Few { get; init; }
}

[GrpcMetadata]
public partial record Open([MetadataKey(AllowComma = true, Sensitive = true, Duplicates = DuplicatePolicy.Last)] string Secret, ReadOnlyMemory<byte> Bytes)
{
    private readonly int _counted = 1;

    public override int GetHashCode() => _counted;
}

[GrpcMetadata(Prefix = "x-", MaxSize = 1024)]
public sealed partial record Options(
    [MetadataKey(PercentEncoded = true, AllowEmpty = true)] string Text,
    [MetadataKey(Aliases = new[] { "old", "older" })] int Renamed,
    [MetadataKey("user-agent", ReadOnly = true)] string? Agent,
    [MetadataKey(Format = "c")] TimeSpan Took,
    [MetadataKey(PercentEncoded = true)] string[] Many,
    [MetadataKey(PercentEncoded = true, Sensitive = true)] string Secret,
    [MetadataKey(PercentEncoded = true, Sensitive = true, AllowComma = true)] string Commas,
    [MetadataKey(Duplicates = DuplicatePolicy.First, ErrorStatusCode = Grpc.Core.StatusCode.Unauthenticated)] string Caller,
    [MetadataKey(Required = true)] Google.Protobuf.WellKnownTypes.Timestamp Time);

public interface IHidden
{
    byte[] Inside { get; set; }
}

[GrpcMetadata]
public sealed partial record Explicit(byte[] Shown) : IHidden
{
    byte[] IHidden.Inside { get; set; } = [];
}
