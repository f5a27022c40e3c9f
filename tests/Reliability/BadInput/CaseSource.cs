using System.Text;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Unit.Vectors;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>Makes the cases of a seed: vectors, spoilt or as they are, at every place.</summary>
/// <param name="seed">Where chance begins.</param>
/// <param name="places">The places that exist in this position.</param>
/// <param name="protocolFields">Fields of HTTP's or gRPC's own that may be spoilt.</param>
internal sealed class CaseSource(int seed, Place[] places, (string Name, string Good)[] protocolFields)
{
    private static readonly string[] _values = [.. Vector.All.Where(vector => vector.Kind is "ascii" or "base64" or "key").Select(Bytes)];
    private static readonly string[] _timeouts = [.. Vector.All.Where(vector => vector.Kind == "timeout" && !vector.Input.StartsWith("encode:", StringComparison.Ordinal)).Select(Bytes)];

    private static readonly Dictionary<string, string> _good = new()
    {
        ["text"] = "good",
        ["number"] = "7",
        ["flag"] = "true",
        ["id"] = "0d16ad85-6ce4-4773-a1be-9f62b2e886a3",
        ["names"] = "a,b",
        ["blob-bin"] = "AQI",
        ["blobs-bin"] = "AQI,Aw",
        ["secret"] = "s3cret",
        ["title"] = "caf%C3%A9",
    };

    internal BadCase Case(int number)
    {
        Random random = new(HashCode(number));
        Place place = places[number % places.Length];
        Subject subject = Subject.All[random.Next(Subject.All.Count)];
        string good = _good[subject.Key];
        string[] sources = place == Place.AsTimeout ? _timeouts : random.Next(3) == 0 ? [good] : _values;
        string bad = new Mutator(random, _values).Mutate(sources[random.Next(sources.Length)], random.Next(4));
        RawField field = new(subject.Key, bad);
        return place switch
        {
            Place.Alone => new(number, place, subject, [field]),
            Place.BesideGood => new(number, place, subject, [.. _good.Where(other => other.Key != subject.Key).Select(other => new RawField(other.Key, other.Value)), field]),
            Place.Twice => new(number, place, subject, [field, field]),
            Place.WithGoodBefore => new(number, place, subject, [new(subject.Key, good), field]),
            Place.WithGoodAfter => new(number, place, subject, [field, new(subject.Key, good)]),
            Place.JoinedToGood => new(number, place, subject, [new(subject.Key, $"{bad},{good}")]),
            Place.UnderUnknownKey => new(number, place, null, [new(random.Next(2) == 0 ? "x-unknown" : "x-unknown-bin", bad)]),
            Place.InPrefixedKey => new(number, place, null, [new(Subject.Prefix + bad, "entry")]),
            Place.InKey => new(number, place, null, [new(bad, "value")]),
            Place.AsTimeout => new(number, place, null, [new("grpc-timeout", bad)]),
            _ => new(number, place, null, [Protocol(random)]),
        };
    }

    private RawField Protocol(Random random)
    {
        (string name, string good) = protocolFields[random.Next(protocolFields.Length)];
        return new(name, new Mutator(random, _values).Mutate(good, random.Next(1, 4)));
    }

    private int HashCode(int number) => unchecked((seed * 1_000_003) + number);

    // Characters above a byte go as UTF-8; half a surrogate pair as the three bytes that UTF-8 forbids.
    private static string Bytes(Vector vector) => vector.Text.All(character => character <= '\u00ff')
        ? vector.Text
        : Encoding.Latin1.GetString([.. vector.Text.EnumerateRunes().SelectMany(rune => Encoding.UTF8.GetBytes(rune.ToString()))]);
}
