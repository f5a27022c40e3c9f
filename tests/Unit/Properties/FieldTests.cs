using System.Globalization;
using CsCheck;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.Unit.Properties;

/// <summary>However the fields of a request are cut, ordered and repeated, a record reads the same of them.</summary>
public sealed class FieldTests
{
    private static readonly Gen<string[]> _words = Gen.Char['a', 'z'].Array[1, 5].Select(letters => new string(letters)).Array[0, 12];

    /// <summary>A list of texts and one of bytes keep their order, joined by commas or on lines of their own, whatever lies between.</summary>
    [Fact]
    public void Joined_by_commas_is_as_on_separate_lines_and_order_is_kept() =>
        Gen.Select(_words, Values.Bytes.Array[0, 12], Gen.Int.Array[24], (texts, blocks, cuts) => (texts, blocks, cuts)).Sample(
            given =>
            {
                Lines expected = new(given.texts, given.blocks);
                IEnumerable<KeyValuePair<string, string>> texts = Cut("texts", given.texts, given.cuts);
                IEnumerable<KeyValuePair<string, string>> blocks = Cut("blocks-bin", [.. given.blocks.Select(block => Convert.ToBase64String(block))], given.cuts);
                Assert.Equal(expected, Read<Lines>(Interleave(texts, blocks, given.cuts)));
                Assert.Equal(expected, Read<Lines>([.. blocks, .. texts]));
            },
            iter: Cases.Each);

    [Fact]
    public void Duplicates_go_by_their_policy() =>
        Gen.Select(Values.Text.Array[1, 4], Gen.Int.Array[1, 4], Values.Bytes.Array[1, 4], (firsts, lasts, blobs) => (firsts, lasts, blobs)).Sample(
            given =>
            {
                DuplicatesOption read = Read<DuplicatesOption>(
                [
                    .. given.firsts.Select(text => KeyValuePair.Create("first", text)),
                    .. given.lasts.Select(number => KeyValuePair.Create("last", number.ToString(CultureInfo.InvariantCulture))),
                    .. given.blobs.Select(blob => KeyValuePair.Create("bytes-bin", Convert.ToBase64String(blob))),
                ]);
                Assert.Equal(new DuplicatesOption(given.firsts[0], given.lasts[^1], given.blobs[^1]), read);
            },
            iter: Cases.Each);

    [Fact]
    public void Without_a_policy_equal_fields_are_one_and_others_are_rejected() =>
        Gen.Int[0, 2].Array[1, 4].Sample(
            numbers =>
            {
                Metadata metadata = [];
                foreach (int number in numbers)
                {
                    metadata.Add("number", number.ToString(CultureInfo.InvariantCulture));
                }

                bool isOne = numbers.Distinct().Count() == 1;
                Assert.Equal(isOne, metadata.TryRead(out Single? read, out IReadOnlyList<MetadataError> errors));
                Assert.Equal(isOne ? numbers[0] : null, read?.Number);
                Assert.Equal(isOne ? [] : new[] { MetadataErrorKind.Duplicate }, errors.Select(error => error.Kind));
            },
            iter: Cases.Each);

    // Items stay in order; a new line starts where the cut is odd.
    private static List<KeyValuePair<string, string>> Cut(string key, string[] items, int[] cuts)
    {
        List<KeyValuePair<string, string>> lines = [];
        for (int i = 0; i < items.Length; i++)
        {
            if (i == 0 || cuts[i] % 2 != 0)
            {
                lines.Add(new(key, items[i]));
            }
            else
            {
                lines[^1] = new(key, $"{lines[^1].Value},{(cuts[i] % 3 == 0 ? " " : "")}{items[i]}");
            }
        }

        return lines;
    }

    private static List<KeyValuePair<string, string>> Interleave(
        IEnumerable<KeyValuePair<string, string>> one, IEnumerable<KeyValuePair<string, string>> other, int[] cuts)
    {
        Queue<KeyValuePair<string, string>> left = new(one);
        Queue<KeyValuePair<string, string>> right = new(other);
        List<KeyValuePair<string, string>> mixed = [];
        for (int i = 0; left.Count + right.Count != 0; i++)
        {
            bool takesLeft = right.Count == 0 || (left.Count != 0 && cuts[i % cuts.Length] % 2 == 0);
            mixed.AddRange([new($"other-{i}", "1"), takesLeft ? left.Dequeue() : right.Dequeue()]);
        }

        return mixed;
    }

    private static T Read<T>(IReadOnlyList<KeyValuePair<string, string>> fields)
        where T : class, IGrpcMetadata<T>
    {
        MetadataReader reader = new(T.Descriptor.Layout);
        foreach ((string key, string field) in fields)
        {
            if (T.Descriptor.Layout.SlotOf(key) is >= 0 and int slot)
            {
                reader.Push(slot, key, field);
            }
        }

        Assert.True(RecordReading.TryCreate<T>(ref reader, out T? value, out IReadOnlyList<MetadataError> errors), string.Join(' ', errors));
        return value!;
    }
}

[GrpcMetadata]
public sealed partial record Lines(string[] Texts, byte[][] Blocks);

[GrpcMetadata]
public sealed partial record Single(int Number);
