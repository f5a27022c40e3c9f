using System.Collections.Immutable;
using System.ComponentModel;
using Google.Protobuf;

namespace TypedMetadata.CompilerServices;

/// <summary>Formats bytes for the <c>ToString</c> of a record, as their number: <c>3 bytes</c>. Null is formatted as nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PrintedBytes
{
    /// <summary>Returns the number of bytes as text, or null.</summary>
    public static string? Of(byte[]? bytes) => bytes is null ? null : Text(bytes.Length);

    /// <summary>Returns the number of bytes as text, or null.</summary>
    public static string? Of(ByteString? bytes) => bytes is null ? null : Text(bytes.Length);

    /// <summary>Returns the number of bytes as text, or null.</summary>
    public static string? Of(ReadOnlyMemory<byte>? bytes) => bytes is ReadOnlyMemory<byte> block ? Text(block.Length) : null;

    /// <summary>Returns the number of bytes as text, or null.</summary>
    public static string? Of(ImmutableArray<byte>? bytes) => bytes is { IsDefault: false } array ? Text(array.Length) : null;

    private static string Text(int count) => count == 1 ? "1 byte" : FormattableString.Invariant($"{count} bytes");
}
