using System;
using System.Collections.Generic;
using TypedMetadata;

namespace Acme;

[GrpcMetadata(MetadataPositions.All, Prefix = "inner-")]
public sealed partial record Place(string City, [MetadataKey("x-country")] string? Country = null)
{
    public IReadOnlyList<int> Floors { get; init; } = [];
}

[GrpcMetadata(MetadataPositions.All)]
public readonly partial record struct Span(DateTimeOffset From, DateTimeOffset? To);

[GrpcMetadata(MetadataPositions.Request | MetadataPositions.Trailing, Prefix = "outer-", MaxSize = 4096)]
public sealed partial record Trip(string Traveller, Place Start, Span? Period = null)
{
    [MetadataKey(Sensitive = true)]
    public Account? Payment { get; init; }

    public Meal Meal { get; init; } = new();
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Account(string Number);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Meal
{
    public string Kind { get; init; } = "any";

    [MetadataPrefix("x-dish-")]
    public IReadOnlyDictionary<string, int>? Dishes { get; init; }
}

[GrpcMetadata]
public sealed partial record OnlyNested(Account Account);
