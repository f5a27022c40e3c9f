using CsCheck;
using Grpc.Core;

namespace TypedMetadata.Unit.Properties;

/// <summary>A bad key is an error of its own and of no other, and no error or text shows a secret.</summary>
public sealed class IsolationTests
{
    private static readonly Gen<string> _secrets = Gen.Char['a', 'z'].Array[12, 24].Select(letters => new string(letters));

    [Fact]
    public void Bad_key_never_affects_another() =>
        Gen.Select(Values.Whole, Gen.Int[0, 1000], Values.Text, (sent, place, garbage) => (sent, place, garbage)).Sample(
            given =>
            {
                Metadata metadata = given.sent.ToMetadata();
                string[] keys = [.. metadata.Select(entry => entry.Key).Where(key => !key.EndsWith("-bin", StringComparison.Ordinal)).Distinct()];
                if (keys.Length == 0)
                {
                    return;
                }

                string bad = keys[given.place % keys.Length];
                Metadata spoilt = With(metadata, bad, given.garbage);
                bool isRead = spoilt.TryRead(out Everything? read, out IReadOnlyList<MetadataError> errors);
                Assert.All(errors, error => Assert.Equal(bad, error.Key));

                // Some garbage is a value all the same; what the others hold is what it was in either case.
                Everything others = With(metadata, bad, null).Read<Everything>();
                Assert.Equal(others, isRead ? With(read!.ToMetadata(), bad, null).Read<Everything>() : With(spoilt, bad, null).Read<Everything>());
            },
            iter: Cases.Each);

    [Fact]
    public void Printed_record_holds_no_secret() =>
        Gen.Select(_secrets, _secrets, Values.Bytes.Where(bytes => bytes.Length > 12), (secret, open, bytes) => new SensitiveOption(secret, open, bytes)).Sample(
            record =>
            {
                Metadata metadata = record.ToMetadata();
                metadata.Add("secret", record.Open);
                MetadataException twice = Assert.Throws<MetadataException>(() => metadata.Read<SensitiveOption>());
                MetadataException joined = Assert.Throws<MetadataException>(() => (record with { Secret = $"{record.Secret},{record.Open}" }).ToMetadata());
                string said = string.Join('\n', record, twice, joined, string.Join(' ', twice.Errors), string.Join(' ', joined.Errors));
                Assert.DoesNotContain(record.Secret, said, StringComparison.Ordinal);
                Assert.DoesNotContain(record.Open, said, StringComparison.Ordinal);
                Assert.DoesNotContain(Convert.ToBase64String(record.Bytes).TrimEnd('='), said, StringComparison.Ordinal);
            },
            iter: Cases.Each);

    private static Metadata With(Metadata metadata, string key, string? value)
    {
        Metadata changed = [];
        foreach (Metadata.Entry entry in metadata.Where(entry => entry.Key != key))
        {
            changed.Add(entry);
        }

        if (value is not null)
        {
            changed.Add(key, value);
        }

        return changed;
    }
}
