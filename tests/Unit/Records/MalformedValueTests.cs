using System.Diagnostics.Metrics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>A malformed value that costs nothing but itself.</summary>
public sealed class MalformedValueTests
{
    [Fact]
    public void UseDefault_reads_a_malformed_value_as_the_default_and_the_rest_as_it_is()
    {
        Metadata metadata = new()
        {
            { "expected-version", "-2" }, { "attempt", "many" }, { "shards", "1,x" }, { "sizes", "1,x" }, { "stamp-bin", [1] }, { "trace-bin", [1, 2] }, { "reason", "stream deleted" },
        };
        LenientTrailers read = metadata.Read<LenientTrailers>();
        Assert.Equal(new LenientTrailers("stream deleted") { ExpectedVersion = null, Attempt = 3, Shards = [], Sizes = null, Stamp = new Timestamp(), Trace = null }, read);
    }

    [Fact]
    public void UseDefault_rejects_duplicates_and_too_many_items()
    {
        Metadata metadata = new() { { "attempt", "1" }, { "attempt", "2" }, { "reason", "r" }, { "shards", "1,2,3" } };
        Assert.False(metadata.TryRead<LenientTrailers>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal([("attempt", MetadataErrorKind.Duplicate), ("shards", MetadataErrorKind.TooLarge)], errors.Select(error => (error.Key, error.Kind)));
    }

    [Fact]
    public void Value_that_reads_as_the_default_is_counted()
    {
        List<string> counted = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Meter.Name: "TypedMetadata", Name: "typedmetadata.defaulted_values" })
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            string[] values = [.. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")];
            if (values.Contains("record=CountedDefault"))
            {
                counted.Add($"{count} {string.Join(' ', values)}");
            }
        });
        listener.Start();
        new Metadata { { "attempt", "many" } }.Read<CountedDefault>();
        Assert.Equal(["1 record=CountedDefault key=attempt kind=Malformed"], counted);
    }

    [Theory]
    [InlineData("Backlog", Priority.Unknown)]
    [InlineData("7", Priority.Unknown)]
    [InlineData("HIGH", Priority.High)]
    [InlineData("unknown", Priority.Unknown)]
    public void Fallback_is_what_an_unknown_name_reads_as(string text, Priority expected)
    {
        Metadata metadata = new() { { "priority", text } };
        Assert.Equal(expected, metadata.Read<Prioritized>().Priority);
        Assert.Equal(expected, metadata.Get(MetadataKey.Enum<Priority>("priority")));
        Assert.Equal("Unknown", new Prioritized(Priority.Unknown).ToMetadata().GetValue("priority"));
    }
}

public enum Priority
{
    [MetadataFallback]
    Unknown,
    High,
}

[GrpcMetadata]
public sealed partial record Prioritized(Priority Priority);

[GrpcMetadata]
public sealed partial record CountedDefault([MetadataKey(OnMalformed = MalformedValuePolicy.UseDefault)] int Attempt = 1);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record LenientTrailers(string Reason)
{
    [MetadataKey(OnMalformed = MalformedValuePolicy.UseDefault)]
    public ulong? ExpectedVersion { get; init; }

    [MetadataKey(OnMalformed = MalformedValuePolicy.UseDefault)]
    public int Attempt { get; init; } = 3;

    [MetadataKey(OnMalformed = MalformedValuePolicy.UseDefault, MaxItems = 2)]
    public required int[] Shards { get; init; }

    [MetadataKey(OnMalformed = MalformedValuePolicy.UseDefault)]
    public int[]? Sizes { get; init; }

    [MetadataKey("stamp-bin", OnMalformed = MalformedValuePolicy.UseDefault)]
    public required Timestamp Stamp { get; init; }

    [MetadataKey("trace-bin", OnMalformed = MalformedValuePolicy.UseDefault)]
    public Guid? Trace { get; init; }
}
