using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace TypedMetadata.Internal;

/// <summary>Provides an example value of a type for documentation. It is always the same value.</summary>
internal static class ExampleValue
{
    private static readonly DateTime _time = new(2026, 1, 31, 12, 30, 0, DateTimeKind.Utc);
    private static readonly byte[] _bytes = [1, 2, 3];

    private static readonly Dictionary<Type, object> _values = new object[]
    {
        "example", true, 'a', (sbyte)42, (byte)42, (short)42, (ushort)42, 42, 42u, 42L, 42UL, 1.5f, 1.5, 1.5m,
        new Guid("0d16ad85-6ce4-4773-a1be-9f62b2e886a3"), _time, new DateTimeOffset(_time), TimeSpan.FromMilliseconds(1500),
        new Uri("https://example.org/"), new Version(1, 2, 3), new IPAddress([192, 0, 2, 1]), new AuthenticationHeaderValue("Bearer", "example"),
        _bytes, new ReadOnlyMemory<byte>(_bytes), ImmutableArray.Create(_bytes), ByteString.CopyFrom(_bytes),
    }.Concat(NewerTypes.Examples(_time)).ToDictionary(static value => value.GetType());

    /// <summary>Tries to get an example value. It returns false for custom types.</summary>
    internal static bool TryGet<T>([NotNullWhen(true)] out T? value)
    {
        object? found = typeof(T).IsEnum ? FirstMember(typeof(T)) : _values.GetValueOrDefault(typeof(T));
        value = found is T known ? known : default;
        return value is not null;
    }

    private static object? FirstMember(Type type)
    {
        Array values = Enum.GetValuesAsUnderlyingType(type);
        return values.Length == 0 ? null : Enum.ToObject(type, values.GetValue(0)!);
    }
}
