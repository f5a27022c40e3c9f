using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata;

/// <summary>Lays out a type of your own on a <c>-bin</c> key. Named by <see cref="MetadataConverterAttribute"/>; one instance serves every thread.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IBinaryMetadataConverter<T>
{
    /// <summary>The value's bytes.</summary>
    ReadOnlyMemory<byte> Encode(T value);

    /// <summary>Reads bytes, which nobody else holds. False says that they are no value of the type.</summary>
    bool TryDecode(ReadOnlyMemory<byte> bytes, [MaybeNullWhen(false)] out T value);

    /// <summary>
    /// Gets what a value looks like, to follow "expected" in an error that may reach a caller in another language: "a country code of two letters". It names no class.
    /// </summary>
#if NET
    string Expected => "bytes in the format of this key";
#else
    string Expected { get; }
#endif
}
