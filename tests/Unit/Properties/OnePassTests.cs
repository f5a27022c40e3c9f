using System.Diagnostics.CodeAnalysis;
using CsCheck;
using Google.Protobuf.WellKnownTypes;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.Unit.Properties;

/// <summary>A plain record read in one pass over header fields is what the general reader makes of them, whatever a peer sends.</summary>
public sealed class OnePassTests
{
    private static readonly Gen<(int Field, int Kind, int Place, char Letter)> _change = Gen.Select(Gen.Int[0, 63], Gen.Int[0, 8], Gen.Int[0, 200], Gen.Char[' ', '\u0100']);

    [Fact]
    public void Record_as_it_is_written_is_read_in_one_pass() =>
        Values.Whole.Select(record => record with { Message = new Timestamp { Seconds = 1 } }).Sample( // an empty message is no value as usual
            record =>
            {
                Fields<Everything> fields = Fields<Everything>.Written(record);
                Assert.True(fields.TryReadInOnePass(out Everything? value));
                Assert.Equal(record, value);
            },
            iter: Cases.Each);

    [Fact]
    public void Changed_fields_read_as_with_the_general_reader_or_are_left_to_it() =>
        Gen.Select(Values.Whole, _change.Array[1, 4]).Sample(
            given =>
            {
                Fields<Everything> fields = Fields<Everything>.Written(given.Item1);
                Array.ForEach(given.Item2, change => fields.Change(change.Field, change.Kind, change.Place, change.Letter));
                AssertAlike(fields);
            },
            iter: Cases.Each);

    [Fact]
    public void Options_and_required_keys_read_as_with_the_general_reader_or_are_left_to_it() =>
        Gen.Select(Values.Text, Values.Text.Array[0, 3], Values.Bytes, _change.Array[0, 3]).Sample(
            given =>
            {
                Fields<Choosy> fields = Fields<Choosy>.Written(new Choosy(given.Item1.Replace(',', '.'), "a" + given.Item1) { Tags = [.. given.Item2.Select(text => text.Replace(',', '.'))], Stamp = given.Item3 });
                Array.ForEach(given.Item4, change => fields.Change(change.Field, change.Kind, change.Place, change.Letter));
                AssertAlike(fields);
            },
            iter: Cases.Each);

    [Fact]
    public void Spellings_read_as_with_the_general_reader_or_are_left_to_it() =>
        Gen.Select(OptionTests.Spellings, _change.Array[0, 3]).Sample(
            given =>
            {
                Fields<SpellingOption> fields = Fields<SpellingOption>.Written(given.Item1);
                if (given.Item2.Length == 0)
                {
                    Assert.True(fields.TryReadInOnePass(out SpellingOption? value));
                    Assert.Equal(given.Item1, value);
                }

                Array.ForEach(given.Item2, change => fields.Change(change.Field, change.Kind, change.Place, change.Letter));
                AssertAlike(fields);
            },
            iter: Cases.Each);

    private static void AssertAlike<T>(Fields<T> fields)
        where T : class, IGrpcMetadata<T>
    {
        if (fields.TryReadInOnePass(out T? once))
        {
            Assert.True(fields.TryReadGenerally(out T? generally), "The general reader finds fault with fields that one pass takes.");
            Assert.Equal(generally, once);
        }
    }

    /// <summary>Header fields in memory, as a server or a client has them.</summary>
    private sealed class Fields<T> : HeaderFields
        where T : class, IGrpcMetadata<T>
    {
        private readonly List<KeyValuePair<string, List<string>>> _all = [];
        private int _next;

        internal override string? Only => ValueCount == 1 ? ValueAt(0) : null;

        internal override int ValueCount => _all[_next - 1].Value.Count;

        public override bool Next([NotNullWhen(true)] out string? name)
        {
            name = _next < _all.Count ? _all[_next].Key : null;
            _next++;
            return name is not null;
        }

        internal override string ValueAt(int index) => _all[_next - 1].Value[index];

        internal static Fields<T> Written(T record)
        {
            Fields<T> fields = new();
            MetadataWriter writer = MetadataWriter.Headers(record, MetadataPositions.Request);
            for (int slot = 0; slot < T.Descriptor.Layout.Keys.Length; slot++)
            {
                string[]? values = writer.Value(slot).Text is string one ? [one] : writer.Value(slot).Texts;
                if (values is not null)
                {
                    fields._all.Add(new(T.Descriptor.Layout.Keys[slot].Key, [.. values]));
                }
            }

            return fields;
        }

        /// <summary>Does to a field what peers, proxies and attackers do.</summary>
        internal void Change(int field, int kind, int place, char letter)
        {
            if (_all.Count == 0)
            {
                return;
            }

            field %= _all.Count;
            (string name, List<string> values) = _all[field];
            string value = values[place % values.Count];
            int at = place % (value.Length + 1);
            switch (kind)
            {
                case 0:
                    _all.RemoveAt(field);
                    break;
                case 1:
                    values.Add(value);
                    break;
                case 2:
                    values.Add(_all[place % _all.Count].Value[0]);
                    break;
                case 3:
                    _all[field] = new(name.ToUpperInvariant(), values);
                    break;
                default:
                    values[place % values.Count] = kind switch
                    {
                        4 => value.Insert(at, letter.ToString()),
                        5 => value[..at],
                        6 => $" {value}\t",
                        7 => $"{value},{value}",
                        _ => "",
                    };
                    break;
            }
        }

        internal bool TryReadInOnePass([NotNullWhen(true)] out T? value)
        {
            _next = 0;
            Start();
            return RecordReading.TryCreate<T>(this, out value);
        }

        internal bool TryReadGenerally([NotNullWhen(true)] out T? value)
        {
            MetadataReader reader = new(T.Descriptor.Layout);
            foreach ((string name, List<string> values) in _all)
            {
                string key = name.ToLowerInvariant();
                foreach (string one in values)
                {
                    reader.Push(T.Descriptor.Layout.SlotOf(key), key, one);
                }
            }

            return RecordReading.TryCreate<T>(ref reader, out value, out _);
        }
    }
}

/// <summary>A record of what makes a value other than usual: secrets, empty values, few items, defaults, a rule of its own.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Choosy([MetadataKey(Sensitive = true)] string Secret, [MetadataKey(Sensitive = true, AllowComma = true)] string Open, int Attempt = 1)
{
    [MetadataKey(MaxItems = 3)]
    public string[] Tags { get; init; } = [];

    [MetadataKey("stamp-bin", AllowEmpty = true)]
    public byte[] Stamp { get; init; } = [];

    static partial void Validate(in Choosy value, ICollection<MetadataError> errors)
    {
        if (value.Open.StartsWith('x'))
        {
            errors.Add(new MetadataError("open", MetadataErrorKind.Invalid, "'open' starts with x."));
        }
    }
}
