using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>The types of values that .NET Standard does not have.</summary>
internal static class NewerTypes
{
    /// <summary>A value of each.</summary>
    internal static object[] Examples(DateTime time) => [(Int128)42, (UInt128)42, (Half)1.5f, DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)];

    /// <summary>A key of one of them, or of a type that parses and formats itself.</summary>
    /// <exception cref="NotSupportedException">The type does not format itself.</exception>
    internal static object KeyOf<T>(string name)
        where T : IParsable<T> =>
        typeof(T) == typeof(Int128) ? new TextKey<Int128, IntegerText<Int128>>(name)
        : typeof(T) == typeof(UInt128) ? new TextKey<UInt128, IntegerText<UInt128>>(name)
        : typeof(T) == typeof(Half) ? new TextKey<Half, FloatText<Half>>(name)
        : typeof(T) == typeof(DateOnly) ? new TextKey<DateOnly, DateOnlyText>(name)
        : typeof(T) == typeof(TimeOnly) ? new TextKey<TimeOnly, TimeOnlyText>(name)
        : typeof(IFormattable).IsAssignableFrom(typeof(T)) ? new TextKey<T, ParsableText<T>>(name)
        : throw new NotSupportedException($"'{typeof(T)}' cannot be written as text because it does not implement IFormattable. Implement it, or use a converter.");
}
