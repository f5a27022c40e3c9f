using System.Net;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

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
            : typeof(T) == typeof(char) ? new TextKey<char, CharText>(name)
            : typeof(T) == typeof(DateTime) ? new TextKey<DateTime, DateTimeText>(name)
            : typeof(T) == typeof(DateOnly) ? new TextKey<DateOnly, DateOnlyText>(name)
            : typeof(T) == typeof(TimeOnly) ? new TextKey<TimeOnly, TimeOnlyText>(name)
            : typeof(T) == typeof(IPAddress) ? new TextKey<IPAddress, IPAddressText>(name)
            : typeof(IFormattable).IsAssignableFrom(typeof(T)) ? new TextKey<T, ParsableText<T>>(name)
            : throw new NotSupportedException($"'{typeof(T)}' cannot be written as text because it does not implement IFormattable. Implement it, or use a converter.");
        return (MetadataKey<T>)key;
    }
}
