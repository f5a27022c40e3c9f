using System.Globalization;
using System.Net;
using System.Runtime.Serialization;
using Google.Protobuf.Reflection;
using Grpc.Core;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Keys;

/// <summary>A key without a record writes and reads a type as a record does, not as the type's own parser would.</summary>
public sealed partial class TypedKeyTests
{
    private enum Shade
    {
        [EnumMember(Value = "light-one")]
        Light,

        [OriginalName("SHADE_DARK")]
        Dark,

        [OriginalName("SHADE_DIM", PreferredAlias = false)]
        Dim = Dark,

        Plain,
    }

    private enum Tone
    {
        [OriginalName("TONE_LOW", PreferredAlias = false)]
        Low,

        [OriginalName("TONE_DEEP")]
        Deep = Low,

        [EnumMember(Value = "tone_deep")]
        Deeper,
    }

    private enum Swapped
    {
        [EnumMember(Value = "Second")]
        First,

        [EnumMember(Value = "First")]
        Second,
    }

    private enum Unpreferred
    {
        [OriginalName("ONE", PreferredAlias = false)]
        One,

        [OriginalName("UNO", PreferredAlias = false)]
        Uno = One,
    }

    [Fact]
    public void Every_type_has_the_spelling_and_the_strictness_that_it_has_in_a_record()
    {
        using CultureScope scope = new(new CultureInfo("de-DE"));
        Check("a b", "a b", "\u0001");
        Check(true, "true", "1");
        Check((sbyte)-1, "-1", "+1");
        Check((byte)1, "1", " 01");
        Check((short)-1, "-1", "01");
        Check((ushort)1, "1", "01");
        Check(-1, "-1", "01");
        Check(1u, "1", "01");
        Check(-1L, "-1", "01");
        Check(1ul, "1", "01");
        Check(1.5f, "1.5", "+1.5");
        Check(1.5, "1.5", "+1.5");
        Check(1.5m, "1.5", "1,5");
        Check(Guid.Empty, "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}");
        Check(new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.FromHours(1)), "2026-11-23T01:02:03+01:00", "23.11.2026 01:02:03 +01:00");
        Check(TimeSpan.FromSeconds(1.5), "1.5s", "00:00:01.5");
        Check('x', "x", "xy");
        Check(new DateTime(2026, 11, 23, 1, 2, 3, DateTimeKind.Utc), "2026-11-23T01:02:03Z", "23.11.2026 01:02:03");
        Check(IPAddress.Parse("2001:db8::1"), "2001:db8::1", "[2001:db8::1]");
    }

    [Fact]
    public void Numbers_that_are_no_numbers_are_written_by_name()
    {
        Check(double.NaN, "NaN", "nan");
        Check(double.PositiveInfinity, "Infinity", "+Infinity");
        Check(double.NegativeInfinity, "-Infinity", "-infinity");
    }

    [Fact]
    public void Enum_has_the_names_that_its_attributes_say_and_reads_its_own_too()
    {
        Check(Shade.Light, "light-one", "2");
        Check(Shade.Dark, "SHADE_DARK", "dusk");
        Check(Shade.Plain, "Plain", "");
        Assert.Equal(Shade.Dim, Read<Shade>("SHADE_DIM"));
        Assert.Equal(Shade.Light, Read<Shade>("Light"));
        Assert.Equal(Swapped.First, Read<Swapped>("Second"));
        Check(Tone.Deep, "TONE_DEEP", "1");
        Check(Tone.Deeper, "tone_deep", "2");
        Check(Unpreferred.One, "ONE", "EINS");
        MetadataException unknown = Assert.Throws<MetadataException>(() => new Metadata { { "value", "dusk" } }.Get(MetadataKey.Enum<Shade>("value")));
        Assert.Contains("light-one", unknown.Message, StringComparison.Ordinal);
        Metadata metadata = [];
        Assert.Throws<MetadataException>(() => metadata.Set(MetadataKey.Enum<Shade>("value"), (Shade)9));
    }

    [Fact]
    public void Invalid_key_throws_with_the_reason()
    {
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => MetadataKey.Text(null!)).ParamName);
        Assert.Contains("letters, digits", Assert.Throws<ArgumentException>(() => MetadataKey.Text("a b")).Message, StringComparison.Ordinal);
        Assert.Contains("MetadataKey.Bytes", Assert.Throws<ArgumentException>(() => MetadataKey.Text("a-bin")).Message, StringComparison.Ordinal);
        Assert.Equal("converter", Assert.Throws<ArgumentNullException>(() => MetadataKey.Text<int>("a", null!)).ParamName);
        Assert.Equal("converter", Assert.Throws<ArgumentNullException>(() => MetadataKey.Binary<int>("a-bin", null!)).ParamName);
        Assert.All(["A-Z", "A-z", "a-Z"], name => Assert.Equal("a-z", MetadataKey.Text(name).Name));
    }

    private static void Check<T>(T value, string wire, string rejected)
        where T : notnull
    {
        Metadata metadata = [];
        metadata.Set(Key<T>(), value);
        Assert.Equal(wire, metadata.GetValue("value"));
        Assert.Equal(value, metadata.Get(Key<T>()));
        Assert.Throws<MetadataException>(() => Read<T>(rejected));
    }

    private static T Read<T>(string text)
        where T : notnull => new Metadata { { "value", text } }.Get(Key<T>());

    // The two methods have constraints that no test of all types can have.
    private static MetadataKey<T> Key<T>()
        where T : notnull =>
        (MetadataKey<T>)typeof(MetadataKey).GetMethods().Single(method => method.Name == (typeof(T).IsEnum ? "Enum" : "Text") && method.IsGenericMethod && method.GetParameters().Length == 1)
            .MakeGenericMethod(typeof(T)).Invoke(null, ["value"])!;
}
