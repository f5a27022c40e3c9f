using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata;

/// <summary>Converts values of a custom type to and from the bytes of a <c>-bin</c> key. Specify it with <see cref="MetadataConverterAttribute"/>.</summary>
/// <remarks>One instance is used by all threads, so the converter must be thread-safe.</remarks>
/// <typeparam name="T">The type of the values.</typeparam>
public interface IBinaryMetadataConverter<T>
{
    /// <summary>Encodes a value as bytes.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The bytes.</returns>
    ReadOnlyMemory<byte> Encode(T value);

    /// <summary>Tries to decode a value from bytes.</summary>
    /// <param name="bytes">The bytes. The converter may keep them.</param>
    /// <param name="value">The value, if the method returns true.</param>
    /// <returns>True if the bytes are a value of the type; otherwise, false.</returns>
    bool TryDecode(ReadOnlyMemory<byte> bytes, [MaybeNullWhen(false)] out T value);

    /// <summary>
    /// Gets a description of a valid value, such as "a country code of two letters". It follows "expected" in error messages that clients may receive, so do not name .NET types.
    /// </summary>
#if NET
    string Expected => "bytes in the format of this key";
#else
    string Expected { get; }
#endif
}
