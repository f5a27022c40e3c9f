using System.Collections.Immutable;
using CsCheck;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>Keys that hold lists.</summary>
public sealed partial class ListTests
{
    private static readonly Gen<string> _item = Gen.Char['-', '~'].Array[1, 12].Select(letters => new string(letters));
    private static readonly Gen<byte[]> _bytes = Gen.Byte.Array[1, 20];

    [Fact]
    public void Lists_round_trip() =>
        Gen.Select(_item.Array[0, 9], Gen.Int.List[0, 9], Gen.Guid.Array[0, 5], _bytes.Array[0, 5], Gen.Long[1, long.MaxValue].Array[0, 5])
            .Select((texts, numbers, uuids, blocks, seconds) => new Lists
            {
                Texts = texts,
                Numbers = numbers,
                Uuids = [.. uuids],
                Blocks = blocks,
                Stamps = [.. seconds.Select(second => new Timestamp { Seconds = second })],
            })
            .Sample(sent => Assert.Equal(sent, sent.ToMetadata().Read<Lists>()), iter: Properties.Cases.Each);

    [Fact]
    public void Item_is_an_entry() =>
        Assert.Equal(["a", "b"], new Lists { Texts = ["a", "b"] }.ToMetadata().GetAll("texts").Select(entry => entry.Value));

    [Fact]
    public void Absent_lists_are_empty_and_nullable_ones_null_and_initializers_stay()
    {
        Lists read = new Metadata().Read<Lists>();
        Assert.Empty(read.Texts);
        Assert.Empty(read.Numbers);
        Assert.Empty(read.Uuids);
        Assert.Null(read.Maybe);
        Assert.Null(read.MaybeNumbers);
        Assert.Equal(["kept"], read.Kept);
        Assert.Empty(new Metadata().Read<PositionalList>().Tags);
    }

    [Theory]
    [InlineData("a,b", "c")]
    [InlineData("a, b ,c")]
    [InlineData("a,,b,", " ", "c")]
    [InlineData("\ta\t", "b,c ")]
    public void Joined_and_separate_fields_read_the_same(params string[] fields)
    {
        Metadata metadata = [];
        Array.ForEach(fields, field => metadata.Add("texts", field));
        Assert.Equal(["a", "b", "c"], metadata.Read<Lists>().Texts);
    }

    [Fact]
    public void Bad_item_is_one_error_of_the_key()
    {
        Assert.False(new Metadata { { "numbers", "1,x,y" } }.TryRead<Lists>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(("numbers", MetadataErrorKind.Malformed), (Assert.Single(errors).Key, errors[0].Kind));
    }

    [Theory]
    [InlineData("a,b", MetadataErrorKind.Invalid)]
    [InlineData("", MetadataErrorKind.Empty)]
    [InlineData(" a", MetadataErrorKind.NotPrintableAscii)]
    [InlineData("a\n", MetadataErrorKind.NotPrintableAscii)]
    [InlineData(null, MetadataErrorKind.Missing)]
    public void Item_that_would_not_come_back_is_rejected(string? item, MetadataErrorKind kind) =>
        Assert.Equal(kind, Rejected(new Lists { Texts = ["fine", item!] }));

    [Fact]
    public void Empty_binary_items_are_kept_unless_there_is_nothing_else()
    {
        Lists sent = new() { Blocks = [[1], [], [2]] };
        Assert.Equal(sent, sent.ToMetadata().Read<Lists>());
        Assert.Equal(MetadataErrorKind.Empty, Rejected(new Lists { Blocks = [[]] }));
    }

    [Fact]
    public void Items_are_counted_when_read_and_when_written()
    {
        string many = string.Join(',', Enumerable.Repeat("1", 257));
        Assert.False(new Metadata { { "numbers", many } }.TryRead<Lists>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(MetadataErrorKind.TooLarge, Assert.Single(errors).Kind);
        Assert.True(new Metadata { { "numbers", many[2..] } }.TryRead<Lists>(out _));

        Assert.Equal(MetadataErrorKind.TooLarge, Rejected(new Lists { AtMostTwo = [1, 2, 3] }));
        Assert.False(new Metadata { { "at-most-two", "1" }, { "at-most-two", "2,3" } }.TryRead<Lists>(out _));
    }

    [Fact]
    public void List_that_is_null_is_missing()
    {
        Assert.Equal(MetadataErrorKind.Missing, Rejected(new Lists { Texts = null! }));
        Assert.Equal(MetadataErrorKind.Missing, Rejected(new Lists { Uuids = default }));
    }

    [Fact]
    public void Records_are_equal_by_what_their_lists_hold()
    {
        Lists one = new() { Texts = ["a"], Blocks = [[1, 2]], Uuids = [Guid.Empty] };
        Lists other = new() { Texts = ["a"], Blocks = [[1, 2]], Uuids = [Guid.Empty] };
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other with { Blocks = [[1, 3]] });
        Assert.NotEqual(one, other with { Maybe = [] });
        Assert.Equal(new Bytes([1, 2]), new Bytes([1, 2]));
        Assert.NotEqual(new OwnEquality([1]), new OwnEquality([1]));
    }

    private static MetadataErrorKind Rejected(Lists lists) => Assert.Single(Assert.Throws<MetadataException>(lists.ToMetadata).Errors).Kind;
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Lists
{
    public string[] Texts { get; init; } = [];

    public List<int> Numbers { get; init; } = [];

    public ImmutableArray<Guid> Uuids { get; init; } = [];

    public IReadOnlyList<byte[]> Blocks { get; init; } = [];

    public ImmutableArray<Timestamp> Stamps { get; init; } = [];

    public string[]? Maybe { get; init; }

    public ImmutableArray<int>? MaybeNumbers { get; init; }

    public IReadOnlyList<string> Kept { get; init; } = ["kept"];

    [MetadataKey(MaxItems = 2)]
    public List<int> AtMostTwo { get; init; } = [];
}

[GrpcMetadata]
public sealed partial record PositionalList(ImmutableArray<string> Tags = default);

[GrpcMetadata]
public sealed partial record OwnEquality(byte[] Value)
{
    public bool Equals(OwnEquality? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 0;
}
