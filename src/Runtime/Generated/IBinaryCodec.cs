using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Generated;

/// <summary>How a type is laid out on a <c>-bin</c> key.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBinaryCodec<T>
{
    /// <summary>What a reader should have sent, to complete "expected …".</summary>
    static abstract string Expected { get; }

    /// <summary>Whether no bytes at all are a value like any other, so that an absent key reads as it: true of protobuf messages.</summary>
    static virtual bool AllowsEmpty => false;

    /// <summary>Whether a user's code runs, whose exceptions may hold the value: they are caught, and only their type is named.</summary>
    static virtual bool RunsUserCode => false;

    /// <summary>The bytes, or null when the value has none. The caller only reads them.</summary>
    static abstract ReadOnlyMemory<byte>? Encode(T value);

    /// <summary>Takes bytes that nobody else holds.</summary>
    static abstract bool TryDecode(byte[] bytes, [MaybeNullWhen(false)] out T value);
}
