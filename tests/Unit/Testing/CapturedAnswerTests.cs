using Grpc.Core;
using TypedMetadata.Testing;

namespace TypedMetadata.Unit.Testing;

/// <summary>What a handler writes, and what a test finds of it.</summary>
public sealed class CapturedAnswerTests
{
    private readonly TestServerCallContext _context = new();

    [Fact]
    public async Task Written_initial_metadata_is_sent_once()
    {
        await _context.WriteInitialMetadataAsync(new BeginInfo("node"));
        Assert.True(_context.IsInitialMetadataSent);
        Assert.Equal(new BeginInfo("node"), _context.InitialMetadata.Read<BeginInfo>());

        InvalidOperationException again = await Assert.ThrowsAsync<InvalidOperationException>(() => _context.WriteInitialMetadataAsync(new RegionInfo("eu")));
        Assert.StartsWith("Initial metadata has already been sent", again.Message, StringComparison.Ordinal);
        Assert.Equal(again.Message, Assert.Throws<InvalidOperationException>(() => _context.AddInitialMetadata(new RegionInfo("eu"))).Message);
        InvalidOperationException raw = await Assert.ThrowsAsync<InvalidOperationException>(() => _context.WriteResponseHeadersAsync([]));
        Assert.Equal("Response headers can only be sent once per call.", raw.Message);
    }

    [Fact]
    public async Task Added_initial_metadata_waits_for_the_first_message()
    {
        TestServerStreamWriter<string> stream = new(_context);
        _context.AddInitialMetadata(new BeginInfo("node"));
        _context.AddInitialMetadata(new RegionInfo("eu"));
        Assert.False(_context.IsInitialMetadataSent);
        Assert.Equal("node", _context.InitialMetadata.Read<BeginInfo>().Node);

        await stream.WriteAsync("first");
        Assert.True(_context.IsInitialMetadataSent);
        Assert.Equal(("node", "eu"), (_context.InitialMetadata.Read<BeginInfo>().Node, _context.InitialMetadata.Read<RegionInfo>().Region));
        InvalidOperationException late = await Assert.ThrowsAsync<InvalidOperationException>(() => _context.WriteInitialMetadataAsync(new BeginInfo("node")));
        Assert.Contains("with the first message", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_added_twice_with_another_value_is_rejected()
    {
        _context.AddInitialMetadata(new BeginInfo("node"));
        _context.AddInitialMetadata(new BeginInfo("node"));
        MetadataException rejection = Assert.Throws<MetadataException>(() => _context.AddInitialMetadata(new BeginInfo("other")));
        Assert.Equal((MetadataErrorKind.Duplicate, MetadataPositions.Initial), (Assert.Single(rejection.Errors).Kind, rejection.Position));
        Assert.Equal("node", _context.InitialMetadata.Read<BeginInfo>().Node);
    }

    [Fact]
    public async Task Raw_response_headers_are_captured_and_checked()
    {
        InvalidOperationException bad = await Assert.ThrowsAsync<InvalidOperationException>(() => _context.WriteResponseHeadersAsync(new Metadata { { "x-bad", "a\nb" } }));
        Assert.Equal("Error adding response header 'x-bad'.", bad.Message);
        await Assert.ThrowsAsync<ArgumentNullException>(() => _context.WriteResponseHeadersAsync(null!));

        await _context.WriteResponseHeadersAsync(new Metadata { { "x-note", "raw" }, { "x-bytes-bin", [1, 2] } });
        Assert.Equal("raw", _context.InitialMetadata.GetValue("x-note"));
        Assert.Equal([1, 2], _context.InitialMetadata.GetValueBytes("x-bytes-bin"));
    }

    [Fact]
    public async Task Trailing_metadata_is_replaced_before_and_after_the_headers_went()
    {
        _context.SetTrailingMetadata(new EndInfo(1) { Digest = [1] });
        Assert.Equal(new EndInfo(1) { Digest = [1] }, _context.TrailingMetadata.Read<EndInfo>());
        await _context.WriteInitialMetadataAsync(new BeginInfo("node"));
        _context.SetTrailingMetadata(new EndInfo(2));
        Assert.Equal(new EndInfo(2), _context.TrailingMetadata.Read<EndInfo>());
    }

    [Fact]
    public void Raw_trailers_are_captured_as_a_server_sends_them()
    {
        _context.SetTrailingMetadata(new EndInfo(1));
        _context.ResponseTrailers.Add("rows", "7");
        _context.ResponseTrailers.Add("x-note", "raw");
        _context.ResponseTrailers.Add("x-bad", "a\nb");
        Assert.Equal(["rows=1", "x-note=raw"], _context.TrailingMetadata.Select(entry => $"{entry.Key}={entry.Value}").Order());
    }

    [Fact]
    public void Failed_write_leaves_nothing_behind()
    {
        MetadataException initial = Assert.Throws<MetadataException>(() => _context.AddInitialMetadata(new BeginInfo("é")));
        MetadataException trailing = Assert.Throws<MetadataException>(() => _context.SetTrailingMetadata(new EndInfo(1) { Digest = new byte[40_000] }));
        Assert.Equal((MetadataPositions.Initial, MetadataErrorKind.NotPrintableAscii), (initial.Position, Assert.Single(initial.Errors).Kind));
        Assert.Equal((MetadataPositions.Trailing, MetadataErrorKind.TooLarge), (trailing.Position, Assert.Single(trailing.Errors).Kind));
        Assert.Empty(_context.InitialMetadata);
        Assert.Empty(_context.TrailingMetadata);
    }

    [Fact]
    public async Task Lists_and_maps_are_captured()
    {
        Labels labels = new(["a", "b"], [[1], [2, 3]]) { More = new Dictionary<string, string> { ["one"] = "1" } };
        await _context.WriteInitialMetadataAsync(labels);
        _context.SetTrailingMetadata(labels);
        Assert.Equal(labels, _context.InitialMetadata.Read<Labels>());
        Assert.Equal(labels, _context.TrailingMetadata.Read<Labels>());
    }

    [Fact]
    public void Status_and_write_options_are_captured()
    {
        _context.Status = new Status(StatusCode.NotFound, "gone");
        _context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        Assert.Equal((StatusCode.NotFound, WriteFlags.NoCompress), (_context.Status.StatusCode, _context.WriteOptions.Flags));
    }
}
