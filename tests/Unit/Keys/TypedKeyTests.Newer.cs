using System.Globalization;
using System.Numerics;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Keys;

/// <content>Types that the core for .NET Standard does not have.</content>
public sealed partial class TypedKeyTests
{
    [Fact]
    public void Newer_types_have_the_spelling_and_the_strictness_that_they_have_in_a_record()
    {
        using CultureScope scope = new(new CultureInfo("de-DE"));
        Check((Int128)(-1), "-1", "01");
        Check((UInt128)1, "1", "01");
        Check((Half)1.5, "1.5", "1,5");
        Check(new DateOnly(2026, 11, 23), "2026-11-23", "23.11.2026");
        Check(new TimeOnly(1, 2, 3), "01:02:03", "01:02");
        Check(new BigInteger(-1), "-1", "x");
    }

    [Fact]
    public void Type_that_does_not_format_itself_throws_with_the_reason() =>
        Assert.Contains("does not implement IFormattable", Assert.Throws<NotSupportedException>(() => MetadataKey.Text<OnlyParsed>("a")).Message, StringComparison.Ordinal);

    private sealed class OnlyParsed : IParsable<OnlyParsed>
    {
        public static OnlyParsed Parse(string s, IFormatProvider? provider) => new();

        public static bool TryParse(string? s, IFormatProvider? provider, out OnlyParsed result)
        {
            result = new OnlyParsed();
            return true;
        }
    }
}
