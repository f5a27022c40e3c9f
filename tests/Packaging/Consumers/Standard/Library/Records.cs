using System;
using System.Collections.Generic;
using TypedMetadata;

namespace Library;

public enum Level
{
    Low,
    High,
}

/// <summary>The sender of a call.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Sender(string TenantId, Guid RequestId, [property: MetadataKey("token-bin", Sensitive = true)] ReadOnlyMemory<byte> Token, int Attempt = 1)
{
    public string? Locale { get; init; }

    public double Ratio { get; init; } = 0.5;

    public Level Level { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public DateTimeOffset? SentAt { get; init; }

    [MetadataPrefix("x-baggage-")]
    public IReadOnlyDictionary<string, string>? Baggage { get; init; }

    public Place? Place { get; init; }

    [MetadataKey(Aliases = ["old-mark"])]
    private int Mark { get; init; } = 7;

    static partial void Validate(in Sender value, ICollection<MetadataError> errors)
    {
        if (value.Attempt < 0)
        {
            errors.Add(new MetadataError("attempt", MetadataErrorKind.Invalid, "'attempt' is negative."));
        }
    }
}

/// <summary>A record inside a record.</summary>
[GrpcMetadata(MetadataPositions.All)]
public readonly partial record struct Place(string City, TimeSpan Offset);

/// <summary>A record without lists, prefixes and inner records, which is read from headers in one pass.</summary>
[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record Seen(string Node);
