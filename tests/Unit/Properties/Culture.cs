using System.Globalization;
using CsCheck;

namespace TypedMetadata.Unit.Properties;

/// <summary>Cultures in which numbers, dates, case and order are not what they are elsewhere.</summary>
internal static class Culture
{
    private static readonly CultureInfo[] _all = [.. new[] { "", "tr-TR", "de-DE", "ar-SA", "sv-SE", "th-TH" }.Select(name => new CultureInfo(name))];

    internal static int Count => _all.Length;

    internal static Gen<CultureInfo> Any { get; } = Gen.Int[0, _all.Length - 1].Select(number => _all[number]);

    /// <summary>Asserts that what is written is read back equal, <see cref="Cases.Each"/> times for each of them.</summary>
    internal static void RoundTripInEach<T>(Gen<T> records)
        where T : IGrpcMetadata<T> => RoundTrip(records, Cases.Each * Count);

    /// <summary>Asserts the same <see cref="Cases.Each"/> times, each in one of them.</summary>
    internal static void RoundTripInAny<T>(Gen<T> records)
        where T : IGrpcMetadata<T> => RoundTrip(records, Cases.Each);

    private static void RoundTrip<T>(Gen<T> records, int cases)
        where T : IGrpcMetadata<T> =>
        Gen.Select(records, Any).Sample(
            (sent, culture) =>
            {
                using Tests.CultureScope scope = new(culture);
                Grpc.Core.Metadata metadata = [];
                metadata.Write(sent);
                Assert.Equal(sent, metadata.Read<T>());
            },
            iter: cases);
}
