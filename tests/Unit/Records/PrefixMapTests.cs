using CsCheck;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>A dictionary of all keys with a prefix.</summary>
public sealed class PrefixMapTests
{
    [Fact]
    public void Entry_is_a_key_and_keys_are_sorted()
    {
        Baggage sent = new(new Dictionary<string, string> { ["b"] = "two", ["a"] = "é" }) { Blobs = new Dictionary<string, byte[]> { ["c"] = [1] } };
        Assert.Equal(
            [("x-bag-a", "%C3%A9"), ("x-bag-b", "two"), ("x-bag-c-bin", "AQ==")],
            sent.ToMetadata().Select(entry => (entry.Key, entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value)));
    }

    [Fact]
    public void Prefix_map_round_trips()
    {
        Gen<string> name = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789_.-"].Array[1, 12].Select(characters => new string(characters))
            .Where(candidate => !("-" + candidate).EndsWith("-bin", StringComparison.Ordinal));
        Gen<string> text = Gen.String[1, 10].Where(candidate => !candidate.Contains('\0') && !candidate.Any(char.IsSurrogate));
        Gen.Select(Gen.Dictionary(name, text)[0, 64], Gen.Dictionary(name, Gen.Int)[0, 10].Null(), Gen.Dictionary(name, Gen.Byte.Array[1, 20])[0, 10],
                (items, counts, blobs) => new Baggage(items) { Counts = counts is { Count: 0 } ? null : counts, Blobs = blobs })
            .Sample(sent => Assert.Equal(sent, sent.ToMetadata().Read<Baggage>()), iter: Properties.Cases.Each);
    }

    [Fact]
    public void Every_entry_counts_to_the_size_of_a_record()
    {
        // Name, value and 32 for each field: 2 * (7 + 1 + 32).
        SmallBag sent = new(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
        Assert.Equal(sent, sent.ToMetadata().Read<SmallBag>());
        MetadataError error = Assert.Single(Assert.Throws<MetadataException>(() => new SmallBag(new Dictionary<string, string> { ["a"] = "1", ["b"] = "22" }).ToMetadata()).Errors);
        Assert.Equal((MetadataErrorKind.TooLarge, ""), (error.Kind, error.Key));
    }

    [Fact]
    public void Keys_of_another_kind_and_reserved_ones_do_not_belong()
    {
        Metadata metadata = new()
        {
            { "x-bag-a", "1" }, { "x-bag-", "no name" }, { "x-bag-a-bin", [1] }, { "x-bag-bin", [2] }, { "x-baggy", "other" }, { "content-language", "no" }, { "content-own", "yes" },
        };
        Baggage read = metadata.Read<Baggage>();
        Assert.Equal(["a"], read.Items.Keys);
        Assert.Equal(["a"], read.Blobs.Keys);
        Assert.Null(read.Counts);
        Assert.Equal(["own"], metadata.Read<Contents>().Values.Keys);
    }

    [Fact]
    public void Absent_keys_are_an_empty_dictionary()
    {
        Baggage read = new Metadata().Read<Baggage>();
        Assert.Empty(read.Items);
        Assert.Empty(read.Blobs);
        Assert.Null(read.Counts);
        Assert.Equal(["preset"], new Metadata().Read<Preset>().Values.Keys);
    }

    [Fact]
    public void Every_bad_entry_is_reported_and_the_good_ones_hide_nothing()
    {
        Metadata metadata = new() { { "x-count-a", "1" }, { "x-count-b", "two" }, { "x-count-c", "3" }, { "x-count-c", "4" }, { "x-count-d", "5" }, { "x-count-d", "5" } };
        Assert.False(metadata.TryRead<Baggage>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal([("x-count-b", MetadataErrorKind.Malformed), ("x-count-c", MetadataErrorKind.Duplicate)], errors.Select(error => (error.Key, error.Kind)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("bin")]
    [InlineData("a-bin")]
    public void Name_that_makes_no_key_of_this_kind_is_invalid(string name)
    {
        MetadataError error = Assert.Single(Assert.Throws<MetadataException>(() => new Baggage(new Dictionary<string, string> { [name] = "x" }).ToMetadata()).Errors);
        Assert.Equal(("x-bag-", MetadataErrorKind.Invalid), (error.Key, error.Kind));
    }

    [Fact]
    public void Name_that_makes_a_reserved_key_is_invalid() =>
        Assert.Equal(MetadataErrorKind.Invalid, Assert.Single(Assert.Throws<MetadataException>(() => new Contents(new Dictionary<string, string> { ["type"] = "x" }).ToMetadata()).Errors).Kind);

    [Fact]
    public void Empty_value_is_rejected_since_a_server_would_drop_the_entry()
    {
        MetadataError error = Assert.Single(Assert.Throws<MetadataException>(() => new Baggage(new Dictionary<string, string> { ["a"] = "" }).ToMetadata()).Errors);
        Assert.Equal(("x-bag-a", MetadataErrorKind.Empty), (error.Key, error.Kind));
    }

    [Fact]
    public void More_than_64_entries_are_too_large_both_ways()
    {
        Dictionary<string, string> many = Enumerable.Range(0, 65).ToDictionary(number => $"n{number}", _ => "x");
        Assert.Equal(MetadataErrorKind.TooLarge, Assert.Single(Assert.Throws<MetadataException>(() => new Baggage(many).ToMetadata()).Errors).Kind);
        Metadata metadata = [];
        foreach (string name in many.Keys)
        {
            metadata.Add("x-bag-" + name, "x");
        }

        Assert.Equal(("x-bag-", MetadataErrorKind.TooLarge), (Assert.Single(Assert.Throws<MetadataException>(() => metadata.Read<Baggage>()).Errors).Key, MetadataErrorKind.TooLarge));
    }

    [Fact]
    public void Writing_replaces_every_key_of_the_prefix()
    {
        Metadata metadata = new() { { "x-bag-old", "1" }, { "x-bag-old-bin", [1] }, { "x-other", "stays" } };
        metadata.Write(new Baggage(new Dictionary<string, string> { ["new"] = "2" }));
        Assert.Equal(["x-other", "x-bag-new"], metadata.Select(entry => entry.Key));
    }

    [Fact]
    public void Null_dictionary_that_is_not_nullable_is_missing() =>
        Assert.Equal(("x-bag-", MetadataErrorKind.Missing), (Assert.Single(Assert.Throws<MetadataException>(() => new Baggage(null!).ToMetadata()).Errors).Key, MetadataErrorKind.Missing));

    [Fact]
    public void Equality_looks_at_the_entries_in_whatever_order()
    {
        Baggage one = new(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
        Baggage other = new(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, new Baggage(new Dictionary<string, string> { ["a"] = "1", ["b"] = "3" }));
        Assert.NotEqual(one, new Baggage(new Dictionary<string, string> { ["a"] = "1" }));
    }

    [Fact]
    public void Secret_one_prints_as_stars_and_rejects_joined_values()
    {
        SecretMap secrets = new(new Dictionary<string, string> { ["a"] = "hunter2" });
        Assert.Equal("SecretMap { Values = *** }", secrets.ToString());
        Assert.Equal(MetadataErrorKind.Duplicate, Assert.Single(Assert.Throws<MetadataException>(() => new Metadata { { "x-secret-a", "x,y" } }.Read<SecretMap>()).Errors).Kind);
    }

    [Fact]
    public void Map_inside_a_record_keeps_its_prefix()
    {
        HoldsBaggage sent = new(new Contents(new Dictionary<string, string> { ["own"] = "x" }));
        Assert.Equal("content-own", Assert.Single(sent.ToMetadata()).Key);
        Assert.Equal(sent, sent.ToMetadata().Read<HoldsBaggage>());
        Assert.Null(new Metadata().Read<MayHoldBaggage>().Inner);
    }
}

[GrpcMetadata(MaxSize = 80)]
public sealed partial record SmallBag([MetadataPrefix("x-bag-")] IReadOnlyDictionary<string, string> Items);

[GrpcMetadata]
public sealed partial record Baggage([MetadataPrefix("x-bag-", PercentEncoded = true)] IReadOnlyDictionary<string, string> Items)
{
    [MetadataPrefix("x-count-")]
    public IReadOnlyDictionary<string, int>? Counts { get; init; }

    [MetadataPrefix("x-bag-")]
    public IReadOnlyDictionary<string, byte[]> Blobs { get; init; } = new Dictionary<string, byte[]>();
}

[GrpcMetadata]
public sealed partial record Contents([MetadataPrefix("content-")] IReadOnlyDictionary<string, string> Values);

[GrpcMetadata]
public sealed partial record Preset
{
    [MetadataPrefix("x-preset-")]
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string> { ["preset"] = "1" };
}

[GrpcMetadata]
public sealed partial record SecretMap([MetadataPrefix("x-secret-", Sensitive = true)] IReadOnlyDictionary<string, string> Values);

[GrpcMetadata(Prefix = "outer-")]
public sealed partial record HoldsBaggage(Contents Inner);

[GrpcMetadata]
public sealed partial record MayHoldBaggage(Contents? Inner);
