using CsCheck;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>A record inside a record: its keys stand in place.</summary>
public sealed class NestedTests
{
    private static readonly Journey _sent = new("ada", new Place("Oslo", "no")) { Period = new Period(1, 2), Next = new Stop("x") };

    [Fact]
    public void Keys_of_the_inner_record_stand_in_place_with_both_prefixes_on_derived_ones() => Assert.Equal(
        [("out-traveller", "ada"), ("out-in-city", "Oslo"), ("x-country", "no"), ("out-from", "1"), ("out-until", "2"), ("out-name", "x"), ("out-seat", "window")],
        _sent.ToMetadata().Select(entry => (entry.Key, entry.Value)));

    [Fact]
    public void Nested_record_round_trips()
    {
        Gen<string> text = Gen.Char[' ', '~'].Array[1, 20].Select(characters => new string(characters).Trim()).Where(candidate => candidate.Length != 0);
        Gen<Place> place = Gen.Select(text, text.Null(), (city, country) => new Place(city, country));
        Gen<Period> period = Gen.Select(Gen.Int, Gen.Int.Nullable(), (from, until) => new Period(from, until));
        Gen.Select(text, place, period.Nullable(), text.Null(), (traveller, start, span, next) => new Journey(traveller, start) { Period = span, Next = next is null ? null : new Stop(next) })
            .Sample(sent => Assert.Equal(sent, sent.ToMetadata().Read<Journey>()), iter: Properties.Cases.Each);
    }

    [Fact]
    public void Nullable_one_is_null_when_none_of_its_keys_is_there()
    {
        Journey read = new Metadata { { "out-traveller", "ada" }, { "out-in-city", "Oslo" } }.Read<Journey>();
        Assert.Null(read.Period);
        Assert.Null(read.Next);
        Assert.Equal("window", read.Preference.Seat);
    }

    [Fact]
    public void One_of_its_keys_makes_its_required_ones_required()
    {
        Assert.False(new Metadata { { "out-traveller", "ada" }, { "out-until", "3" } }.TryRead<Journey>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal([("out-in-city", MetadataErrorKind.Missing), ("out-from", MetadataErrorKind.Missing)], errors.Select(error => (error.Key, error.Kind)));
    }

    [Fact]
    public void Null_in_one_that_is_not_nullable_is_missing()
    {
        MetadataError error = Assert.Single(Assert.Throws<MetadataException>(() => new Journey("ada", null!).ToMetadata()).Errors);
        Assert.Equal(("out-in-city", MetadataErrorKind.Missing), (error.Key, error.Kind));
        Assert.Contains("'Place'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_own_rules_join_the_report_of_the_outer_one()
    {
        Metadata metadata = new() { { "number", "x" }, { "name", "forbidden" } };
        Assert.False(metadata.TryRead<Checked>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(["number"], errors.Select(error => error.Key));

        metadata = new() { { "number", "1" }, { "name", "forbidden" } };
        Assert.False(metadata.TryRead<Checked>(out _, out errors));
        Assert.Equal(["name"], errors.Select(error => error.Key));
        Assert.Equal(["name"], Assert.Throws<MetadataException>(() => new Checked(1, new Validated("forbidden")).ToMetadata()).Errors.Select(error => error.Key));
    }

    [Fact]
    public void Constructor_inside_that_throws_hides_no_other_error()
    {
        Metadata metadata = new() { { "size", "-1" } };
        Assert.False(metadata.TryRead<Thrower>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(2, errors.Count);
        Assert.Contains("'Picky' rejected the values: its constructor or Validate threw ArgumentOutOfRangeException", errors[0].Message, StringComparison.Ordinal);
        Assert.Equal("name", errors[1].Key);
    }

    [Fact]
    public void Its_limit_of_bytes_holds_inside_too()
    {
        MetadataError error = Assert.Single(Assert.Throws<MetadataException>(() => new HoldsSmall(new Small(new string('x', 50))).ToMetadata()).Errors);
        Assert.Equal(MetadataErrorKind.TooLarge, error.Kind);
        Assert.Contains("'Small'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_replaces_the_keys_of_the_inner_record()
    {
        Metadata metadata = _sent;
        metadata.Write(_sent with { Period = null, Next = null });
        Assert.Equal(["out-traveller", "out-in-city", "x-country", "out-seat"], metadata.Select(entry => entry.Key));
    }

    [Fact]
    public void Record_of_another_assembly_works_inside_as_well()
    {
        Metadata metadata = new Foreign(new Tests.ReferencedRecord("a") { Note = "b" });
        Assert.Equal(["far-name", "note"], metadata.Select(entry => entry.Key));
        Assert.Equal(new Foreign(new Tests.ReferencedRecord("a") { Note = "b" }), metadata.Read<Foreign>());
    }

    [Fact]
    public void Prefix_with_capitals_goes_out_and_comes_back_in_lower_case()
    {
        Metadata metadata = new Capital(new Stop("Oslo"));
        Assert.Equal("far-name", Assert.Single(metadata).Key);
        Assert.Equal(new Capital(new Stop("Oslo")), metadata.Read<Capital>());
    }

    [Fact]
    public void Secret_inside_prints_as_stars()
    {
        Assert.Equal("Secretive { Open = Stop { Name = a }, Hidden = *** }", new Secretive(new Stop("a"), new Place("b")).ToString());
        Assert.Equal("Nests { Inner = Credentials { User = ada, Password = ***, Pin = ***, Comment = , Level = 3, Length = 7 } }", new Nests(new Credentials("ada", "hunter2")).ToString());
    }
}

[GrpcMetadata(Prefix = "out-")]
public sealed partial record Journey(string Traveller, Place Start)
{
    public Period? Period { get; init; }

    public Stop? Next { get; init; }

    public Preference Preference { get; init; } = new("window");
}

[GrpcMetadata(Prefix = "in-")]
public sealed partial record Place(string City, [MetadataKey("x-country")] string? Country = null);

[GrpcMetadata]
public sealed partial record Preference(string Seat);

[GrpcMetadata]
public readonly partial record struct Period(int From, int? Until);

[GrpcMetadata]
public sealed partial record Stop(string Name);

[GrpcMetadata]
public sealed partial record Checked(int Number, Validated Inner);

[GrpcMetadata]
public sealed partial record Validated(string Name)
{
    static partial void Validate(in Validated value, ICollection<MetadataError> errors)
    {
        if (value.Name == "forbidden")
        {
            errors.Add(new MetadataError("name", MetadataErrorKind.Invalid, "'name' is forbidden."));
        }
    }
}

[GrpcMetadata]
public sealed partial record Thrower(Picky Picky, Stop Stop);

[GrpcMetadata]
public sealed partial record Picky(int Size)
{
    public int Size { get; init; } = Size >= 0 ? Size : throw new ArgumentOutOfRangeException(nameof(Size));
}

[GrpcMetadata(MaxSize = 64)]
public sealed partial record Small(string Text);

[GrpcMetadata]
public sealed partial record HoldsSmall(Small Small);

[GrpcMetadata(Prefix = "far-")]
public sealed partial record Foreign(Tests.ReferencedRecord Inner);

#pragma warning disable TMD021 // it is lowered
[GrpcMetadata(Prefix = "Far-")]
public sealed partial record Capital(Stop Stop);
#pragma warning restore TMD021

[GrpcMetadata]
public sealed partial record Secretive(Stop Open, [MetadataKey(Sensitive = true)] Place Hidden);

[GrpcMetadata]
public sealed partial record Nests(Credentials Inner);
