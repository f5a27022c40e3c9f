using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Creates typed keys for metadata that is not described by a record.
/// </summary>
/// <remarks>A key determines its encoding: text keys carry printable ASCII, and binary keys, whose names end in <c>-bin</c>, carry bytes. Names are converted to lower case.</remarks>
public static class MetadataKey
{
    /// <summary>Creates a key whose value is printable ASCII text.</summary>
    /// <param name="name">The name. It consists of letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, and does not end with <c>-bin</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The name is not the name of a text key.</exception>
    public static MetadataKey<string> Text(string name) => Text<string, StringText>(name);

    /// <summary>Tries to create a key whose value is printable ASCII text, from a name that is not known at compile time, such as one from configuration.</summary>
    /// <param name="name">The name.</param>
    /// <param name="key">The key, if the method returns true.</param>
    /// <returns>False if the name is null or empty, contains a character other than letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, or ends with <c>-bin</c>.</returns>
    public static bool TryText([NotNullWhen(true)] string? name, [NotNullWhen(true)] out MetadataKey<string>? key)
    {
        key = name is not null && KeyGrammar.IsWellFormed(name) && !KeyGrammar.IsBinary(KeyGrammar.Normalize(name)) ? Text(name) : null;
        return key is not null;
    }

    /// <summary>Creates a key whose value is written as text, such as a number, a <see cref="bool"/>, a <see cref="Guid"/>, a date or a duration.</summary>
    /// <typeparam name="T">The type of the value. Types that records support have the same wire form as in records. Other types are formatted and parsed with the invariant culture.</typeparam>
    /// <param name="name">The name. It consists of letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, and does not end with <c>-bin</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The name is not the name of a text key.</exception>
    /// <exception cref="NotSupportedException">The type does not implement <see cref="IFormattable"/>.</exception>
    public static MetadataKey<T> Text<T>(string name)
#if NET
        where T : IParsable<T>
#endif
        => ParsableKeys.Create<T>(TextName(name));

    /// <summary>Creates a key whose value is the name of an enum member. Reading ignores case and rejects numbers.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name. It consists of letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, and does not end with <c>-bin</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The name is not the name of a text key.</exception>
    public static MetadataKey<T> Enum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string name)
        where T : struct, Enum => Text<T, RuntimeEnumText<T>>(name);

    /// <summary>Creates a binary key whose value is bytes.</summary>
    /// <param name="name">The name. It consists of letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, and ends with <c>-bin</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The name is not the name of a binary key.</exception>
    public static MetadataKey<ReadOnlyMemory<byte>> Bytes(string name) =>
        new BinaryKey<ReadOnlyMemory<byte>, MemoryBinary>(BinaryName(name));

    /// <summary>Creates a binary key whose value is a protobuf message.</summary>
    /// <typeparam name="T">The type of the message.</typeparam>
    /// <param name="name">The name. It consists of letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, and ends with <c>-bin</c>.</param>
    /// <param name="parser">The parser of the message, such as <c>TraceContext.Parser</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The name is not the name of a binary key.</exception>
    public static MetadataKey<T> Protobuf<T>(string name, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(parser);
        return new MessageKey<T>(BinaryName(name), parser);
    }

    /// <summary>Creates a text key whose value a custom converter reads and writes.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name. It consists of letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, and does not end with <c>-bin</c>.</param>
    /// <param name="converter">The converter.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The name is not the name of a text key.</exception>
    public static MetadataKey<T> Text<T>(string name, ITextMetadataConverter<T> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        return new ConvertedTextKey<T>(TextName(name), converter);
    }

    /// <summary>Creates a binary key whose value a custom converter reads and writes.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name. It consists of letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, and ends with <c>-bin</c>.</param>
    /// <param name="converter">The converter.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The name is not the name of a binary key.</exception>
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
            ? throw new ArgumentException($"'{key}' ends in '-bin', so it carries bytes. Use MetadataKey.Bytes or MetadataKey.Protobuf, or remove the suffix.", nameof(name))
            : key;
    }

    private static string BinaryName(string name)
    {
        string key = Name(name);
        return KeyGrammar.IsBinary(key)
            ? key
            : throw new ArgumentException($"'{key}' carries bytes but does not end in '-bin'. Use '{key}-bin'.", nameof(name));
    }

    private static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return KeyGrammar.IsWellFormed(name)
            ? KeyGrammar.Normalize(name)
            : throw new ArgumentException("The metadata key is invalid. Use letters, digits, '_', '-' and '.', and at least one character before '-bin' (PROTOCOL-HTTP2.md, Header-Name).", nameof(name));
    }
}
