using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace TypedMetadata.Fuzzing.Targets;

/// <summary>All headers of a request, a line each: a key, a colon, a value.</summary>
internal static class HeaderSet
{
    internal static void Run(string input)
    {
        List<KeyValuePair<string, string>> fields = [.. input.Split('\n').Select(Field)];
        if (Wire.TryRead(fields, out Caller? caller))
        {
            Wire.CheckRoundTrip(caller);
            CheckMetadata(caller);
            BrokenPromiseException.Unless(Wire.TryRead([.. fields, new("somebody-elses", "\u0001")], out Caller? same) && same.Equals(caller), "a key that no record names is never looked at");
        }
    }

    private static KeyValuePair<string, string> Field(string line)
    {
        int colon = line.IndexOf(':');
        return colon < 0 ? new(line.ToLowerInvariant(), "") : new(line[..colon].ToLowerInvariant(), line[(colon + 1)..]);
    }

    // The client's way to the same record.
    private static void CheckMetadata(Caller caller)
    {
        if (Wire.TryWrite(caller) is not null)
        {
            Metadata metadata = caller.ToMetadata();
            BrokenPromiseException.Unless(metadata.Read<Caller>().Equals(caller), "what Metadata takes it gives back");
            BrokenPromiseException.Unless(caller.ToString().Contains("Token = ***", StringComparison.Ordinal), "a sensitive value is not shown");
        }
    }
}

/// <summary>A record of one property of each kind.</summary>
[GrpcMetadata]
internal sealed partial record Caller(
    string Tenant,
    Guid? RequestId,
    DateTimeOffset? Begin,
    int Attempt,
    [property: MetadataKey("token-bin", Sensitive = true)] byte[]? Token,
    ImmutableArray<string> Tags,
    [property: MetadataKey(PercentEncoded = true)] string? Comment,
    [property: MetadataKey("stamp-bin")] Timestamp? Stamp,
    [property: MetadataKey(Aliases = ["priority-old"], Duplicates = DuplicatePolicy.Last)] DayOfWeek? Day,
    [property: MetadataPrefix("label-")] IReadOnlyDictionary<string, string>? Labels);
