using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TypedMetadata.Generated;

namespace TypedMetadata.Keys;

/// <summary>Finds the codec of a type that is known only at run time. The types that records can hold are spelled as in records.</summary>
internal static class ParsableKeys
{
    internal static MetadataKey<T> Create<T>(string name)
        where T : IParsable<T>
    {
        object key =
            typeof(T) == typeof(string) ? new TextKey<string, StringText>(name)
            : typeof(T) == typeof(bool) ? new TextKey<bool, BooleanText>(name)
            : typeof(T) == typeof(sbyte) ? new TextKey<sbyte, IntegerText<sbyte>>(name)
            : typeof(T) == typeof(byte) ? new TextKey<byte, IntegerText<byte>>(name)
            : typeof(T) == typeof(short) ? new TextKey<short, IntegerText<short>>(name)
            : typeof(T) == typeof(ushort) ? new TextKey<ushort, IntegerText<ushort>>(name)
            : typeof(T) == typeof(int) ? new TextKey<int, IntegerText<int>>(name)
            : typeof(T) == typeof(uint) ? new TextKey<uint, IntegerText<uint>>(name)
            : typeof(T) == typeof(long) ? new TextKey<long, IntegerText<long>>(name)
            : typeof(T) == typeof(ulong) ? new TextKey<ulong, IntegerText<ulong>>(name)
            : typeof(T) == typeof(Int128) ? new TextKey<Int128, IntegerText<Int128>>(name)
            : typeof(T) == typeof(UInt128) ? new TextKey<UInt128, IntegerText<UInt128>>(name)
            : typeof(T) == typeof(Half) ? new TextKey<Half, FloatText<Half>>(name)
            : typeof(T) == typeof(float) ? new TextKey<float, FloatText<float>>(name)
            : typeof(T) == typeof(double) ? new TextKey<double, FloatText<double>>(name)
            : typeof(T) == typeof(decimal) ? new TextKey<decimal, DecimalText>(name)
            : typeof(T) == typeof(Guid) ? new TextKey<Guid, GuidText>(name)
            : typeof(T) == typeof(DateTimeOffset) ? new TextKey<DateTimeOffset, DateTimeOffsetText>(name)
            : typeof(T) == typeof(TimeSpan) ? new TextKey<TimeSpan, TimeSpanText>(name)
            : HasInvariantText(typeof(T)) ? new TextKey<T, ParsableText<T>>(name)
            : throw new NotSupportedException($"'{typeof(T)}' has no invariant text that reads back as it was: convert it to a type that has, such as DateTimeOffset.");
        return (MetadataKey<T>)key;
    }

    // The invariant text of these three loses digits or the zone.
    private static bool HasInvariantText(Type type) =>
        typeof(IFormattable).IsAssignableFrom(type)
        && type != typeof(DateTime) && type != typeof(DateOnly) && type != typeof(TimeOnly);

    private readonly struct ParsableText<T> : ITextCodec<T>
        where T : IParsable<T>
    {
        public static string Expected => $"the text of a {typeof(T).Name}";

        public static string? Format(T value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);

        public static bool TryParse(string text, [MaybeNullWhen(false)] out T value)
        {
            try
            {
                return T.TryParse(text, CultureInfo.InvariantCulture, out value);
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
            {
                // A TryParse should not throw. One that does may put the value, which may be a secret, into its message.
                value = default;
                return false;
            }
        }
    }
}
