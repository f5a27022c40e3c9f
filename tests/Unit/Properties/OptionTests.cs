using CsCheck;
using Google.Protobuf.WellKnownTypes;

namespace TypedMetadata.Unit.Properties;

/// <summary>Every option of a key or a record, written and read back equal in every culture.</summary>
public sealed class OptionTests
{
    private static readonly Gen<string> _unicode = Values.Unicode.Where(text => !text.Contains('\0'));
    private static readonly Gen<string> _word = Gen.Char['a', 'z'].Array[1, 9].Select(letters => new string(letters)).Where(word => word != "bin");

    internal static Gen<SpellingOption> Spellings { get; } =
        Gen.Select(Values.Duration, Values.Duration.Array[0, 3], Values.Bytes, Values.Day, Gen.Int.Array[0, 3], _unicode.Array[0, 4], Values.Text, (seconds, milliseconds, digest, day, numbers, texts, token) =>
            new SpellingOption(seconds, milliseconds, digest, day, numbers, texts, token));

    [Fact]
    public void PercentEncoded_round_trips() => Culture.RoundTripInEach(
        Gen.Select(_unicode, _unicode.Array[0, 5], _unicode, _unicode, (one, many, secret, odd) => new PercentEncodedOption(one, many, secret, odd)));

    [Fact]
    public void Sensitive_and_AllowComma_round_trip() => Culture.RoundTripInEach(
        Gen.Select(Values.Text.Where(text => !text.Contains(',')), Values.Text, Values.Bytes, (secret, open, bytes) => new SensitiveOption(secret, open, bytes)));

    [Fact]
    public void AllowEmpty_round_trips() => Culture.RoundTripInEach(
        Gen.Select(Gen.OneOf(Gen.Const(""), Values.Text), Gen.Byte.Array[0, 3], Gen.Long[1, long.MaxValue], (text, bytes, seconds) => new AllowEmptyOption(text, bytes, new Timestamp { Seconds = seconds })));

    [Fact]
    public void Duplicates_round_trips() => Culture.RoundTripInEach(
        Gen.Select(Values.Text, Gen.Int, Values.Bytes, (first, last, bytes) => new DuplicatesOption(first, last, bytes)));

    [Fact]
    public void Format_round_trips() => Culture.RoundTripInEach(
        Gen.Select(Values.Duration, Values.Duration.Array[0, 3], (one, many) => new FormatOption(one, many)));

    [Fact]
    public void Spellings_round_trip() => Culture.RoundTripInEach(Spellings);

    [Fact]
    public void MaxItems_round_trips_up_to_the_limit() => Culture.RoundTripInEach(
        Gen.Select(Gen.Int.Array[0, 3], Gen.Byte.Array[1, 4].Array[0, 300], (few, many) => new MaxItemsOption(few, many)));

    [Fact]
    public void Prefix_and_MaxBytes_round_trip() => Culture.RoundTripInEach(
        Gen.Select(_word, _word, Values.Bytes, (derived, own, bytes) => new PrefixOption(derived, own, bytes)));

    [Fact]
    public void ReadAlso_round_trips_from_the_old_key_too()
    {
        Gen<ReadAlsoOption> records = Gen.Select(Values.Text, Gen.Int.Array[0, 3], (name, numbers) => new ReadAlsoOption(name, numbers));
        Culture.RoundTripInEach(records);
        records.Sample(
            sent =>
            {
                Grpc.Core.Metadata before = new FormerOption(sent.Name, sent.Numbers).ToMetadata();
                Assert.Equal(sent, before.Read<ReadAlsoOption>());
            },
            iter: Cases.Each);
    }

    [Fact]
    public void ReadOnly_round_trips_what_a_library_wrote() => Values.Text.Sample(
        agent =>
        {
            Grpc.Core.Metadata metadata = new() { { "user-agent", agent } };
            metadata.Write(new ReadOnlyOption { UserAgent = "forged" });
            Assert.Equal(agent, metadata.Read<ReadOnlyOption>().UserAgent);
        },
        iter: Cases.Each);

    [Fact]
    public void Converters_round_trip() => Culture.RoundTripInEach(
        Gen.Select(Gen.Int, Gen.Int.Array[0, 4], (one, many) => new ConverterOption(new Hex(one), [.. many.Select(number => new Hex(number))], new Hex(one))));

    [Fact]
    public void Prefix_maps_round_trip() => Culture.RoundTripInEach(
        Gen.Select(
            Gen.Dictionary(_word, _unicode)[0, 5],
            Gen.Dictionary(_word, Values.Time)[0, 5],
            Gen.Dictionary(_word, Values.Bytes)[0, 5],
            (texts, times, blobs) => new MapOption(texts, times, blobs)));

    [Fact]
    public void Records_inside_records_and_bases_round_trip() => Culture.RoundTripInEach(
        Gen.Select(Values.Text, Gen.Double.Nullable(), Values.Time, Gen.Int.Nullable(), (name, number, time, inner) =>
            new OuterOption(name, new InnerOption(time)) { Number = number, Maybe = inner is int value ? new MaybeOption(value) : null }));
}
