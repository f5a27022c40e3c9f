using Grpc.Core;

namespace TypedMetadata.Unit.Client;

/// <summary>A record that goes into the options of one call.</summary>
public sealed class WithMetadataTests
{
    [Fact]
    public void Its_keys_replace_those_of_the_headers_and_the_headers_stay_as_they_were()
    {
        Metadata given = new() { { "other", "stays" }, { "x-tenant", "former" }, { "tenant-id", "old" }, { "attempt", "5" }, { "x-bag-old", "1" } };
        string[] before = [.. given.Select(entry => entry.ToString())];
        CallOptions options = new CallOptions(given).WithMetadata(new Traveller("new", ["a", "b"])).WithMetadata(new Traveller("newer", ["c", "d"]));

        Assert.Equal([("other", "stays"), ("tenant-id", "newer"), ("tags", "c,d")], options.Headers!.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(before, given.Select(entry => entry.ToString()));
        Assert.NotSame(given, options.Headers);
    }

    [Fact]
    public void Absent_and_frozen_headers_are_fine_and_all_other_options_stay()
    {
        DateTime deadline = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        using CancellationTokenSource cancellation = new();
        CallOptions options = new CallOptions(null, deadline, cancellation.Token).WithWaitForReady().WithMetadata(new Numbered(7));

        Assert.Equal("7", options.Headers!.GetValue("number"));
        Assert.Equal((deadline, cancellation.Token, true), (options.Deadline, options.CancellationToken, options.IsWaitForReady));
        Assert.Equal("8", new CallOptions(Metadata.Empty).WithMetadata(new Numbered(8)).Headers!.GetValue("number"));
        Assert.Empty(Metadata.Empty);
    }

    [Fact]
    public void Value_that_cannot_be_written_throws_and_names_the_request()
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => default(CallOptions).WithMetadata(new Traveller("line\ncanary", [])));
        Assert.Equal(MetadataPositions.Request, exception.Position);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => default(CallOptions).WithMetadata<Traveller>(null!));
    }
}
