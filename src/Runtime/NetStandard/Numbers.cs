using System.Globalization;

namespace TypedMetadata.Internal;

/// <summary>The parser of a type of numbers.</summary>
internal static class Numbers<T>
{
    internal static readonly Parser TryParse = (Parser)(
        typeof(T) == typeof(sbyte) ? new Numbers<sbyte>.Parser(sbyte.TryParse)
        : typeof(T) == typeof(byte) ? new Numbers<byte>.Parser(byte.TryParse)
        : typeof(T) == typeof(short) ? new Numbers<short>.Parser(short.TryParse)
        : typeof(T) == typeof(ushort) ? new Numbers<ushort>.Parser(ushort.TryParse)
        : typeof(T) == typeof(int) ? new Numbers<int>.Parser(int.TryParse)
        : typeof(T) == typeof(uint) ? new Numbers<uint>.Parser(uint.TryParse)
        : typeof(T) == typeof(long) ? new Numbers<long>.Parser(long.TryParse)
        : typeof(T) == typeof(ulong) ? new Numbers<ulong>.Parser(ulong.TryParse)
        : typeof(T) == typeof(float) ? new Numbers<float>.Parser(float.TryParse)
        : typeof(T) == typeof(double) ? new Numbers<double>.Parser(double.TryParse)
        : (object)new Parser(static (string _, NumberStyles _, IFormatProvider _, out T _) => throw new NotSupportedException($"'{typeof(T)}' is not a number type of .NET Standard.")));

    internal delegate bool Parser(string text, NumberStyles styles, IFormatProvider culture, out T value);
}
