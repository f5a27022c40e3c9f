using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using TypedMetadata.Internal;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// Makes typed keys, for metadata that no record describes. A key carries its encoding: text keys cannot hold bytes, and the
/// name of a binary key ends in <c>-bin</c>. Names are lower-cased by ordinal rules.
/// </summary>
public static class MetadataKey
{
    /// <summary>A key of printable ASCII text.</summary>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>; not ending in <c>-bin</c>.</param>
    /// <exception cref="ArgumentException">The name is not a text key.</exception>
    public static MetadataKey<string> Text(string name) => Text<string, StringText>(name);

    /// <summary>Makes a key of printable ASCII text of a name that comes from outside, such as configuration.</summary>
    /// <param name="name">The name.</param>
    /// <param name="key">The key, when the result is true.</param>
    /// <returns>False when the name is null, has another character than letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, is empty, or ends in <c>-bin</c>.</returns>
    public static bool TryText([NotNullWhen(true)] string? name, [NotNullWhen(true)] out MetadataKey<string>? key)
    {
        key = name is not null && KeyGrammar.IsWellFormed(name) && !KeyGrammar.IsBinary(KeyGrammar.Normalize(name)) ? Text(name) : null;
        return key is not null;
    }

    /// <summary>A key of text that says a value: a number, a bool, a <see cref="Guid"/>, a date, a duration.</summary>
    /// <typeparam name="T">The value's type. Types that a record can hold are spelled as there; any other by its own invariant text.</typeparam>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>; not ending in <c>-bin</c>.</param>
    /// <exception cref="ArgumentException">The name is not a text key.</exception>
    /// <exception cref="NotSupportedException">The type has no text of its own.</exception>
    public static MetadataKey<T> Text<T>(string name)
#if NET
        where T : IParsable<T>
#endif
        => ParsableKeys.Create<T>(TextName(name));

    /// <summary>A key of text that names a member of an enum, read ignoring case. Numbers are rejected.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>; not ending in <c>-bin</c>.</param>
    /// <exception cref="ArgumentException">The name is not a text key.</exception>
    public static MetadataKey<T> Enum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string name)
        where T : struct, Enum => Text<T, RuntimeEnumText<T>>(name);

    /// <summary>A key of bytes.</summary>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, ending in <c>-bin</c>.</param>
    /// <exception cref="ArgumentException">The name is not a binary key.</exception>
    public static MetadataKey<ReadOnlyMemory<byte>> Bytes(string name) =>
        new BinaryKey<ReadOnlyMemory<byte>, MemoryBinary>(BinaryName(name));

    /// <summary>A key of a protobuf message.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, ending in <c>-bin</c>.</param>
    /// <param name="parser">The message's <c>Parser</c>.</param>
    /// <exception cref="ArgumentException">The name is not a binary key.</exception>
    public static MetadataKey<T> Protobuf<T>(string name, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(parser);
        return new MessageKey<T>(BinaryName(name), parser);
    }

    /// <summary>A key of text that a converter of yours reads and writes.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>; not ending in <c>-bin</c>.</param>
    /// <param name="converter">What spells the value.</param>
    /// <exception cref="ArgumentException">The name is not a text key.</exception>
    public static MetadataKey<T> Text<T>(string name, ITextMetadataConverter<T> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        return new ConvertedTextKey<T>(TextName(name), converter);
    }

    /// <summary>A key of bytes that a converter of yours reads and writes.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, ending in <c>-bin</c>.</param>
    /// <param name="converter">What lays the value out.</param>
    /// <exception cref="ArgumentException">The name is not a binary key.</exception>
    public static MetadataKey<T> Binary<T>(string name, IBinaryMetadataConverter<T> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        return new ConvertedBinaryKey<T>(BinaryName(name), converter);
    }

    internal static MetadataKey<T> Text<T, TCodec>(string name)
        where TCodec : struct, ITextCodec<T> => new TextKey<T, TCodec>(TextName(name));

    private static string TextName(string name)
    {
        string key = Name(name);
        return KeyGrammar.IsBinary(key)
            ? throw new ArgumentException($"'{key}' ends in '-bin' and so carries bytes: use MetadataKey.Bytes or Protobuf, or drop the suffix.", nameof(name))
            : key;
    }

    private static string BinaryName(string name)
    {
        string key = Name(name);
        return KeyGrammar.IsBinary(key)
            ? key
            : throw new ArgumentException($"'{key}' carries bytes but does not end in '-bin': name it '{key}-bin'.", nameof(name));
    }

    private static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return KeyGrammar.IsWellFormed(name)
            ? KeyGrammar.Normalize(name)
            : throw new ArgumentException("A metadata key is one or more of letters, digits, '_', '-' and '.', and more than '-bin' (PROTOCOL-HTTP2.md, Header-Name).", nameof(name));
    }
}
