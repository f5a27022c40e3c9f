using System.Collections.Immutable;
using System.ComponentModel;
using Google.Protobuf;

namespace TypedMetadata.CompilerServices;

/// <summary>Bytes as a record's <c>ToString</c> shows them: by their number, such as <c>3 bytes</c>. Null shows nothing, as with any property.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PrintedBytes
{
    /// <summary>The number of bytes.</summary>
    public static string? Of(byte[]? bytes) => bytes is null ? null : Text(bytes.Length);

    /// <summary>The number of bytes.</summary>
    public static string? Of(ByteString? bytes) => bytes is null ? null : Text(bytes.Length);

    /// <summary>The number of bytes.</summary>
    public static string? Of(ReadOnlyMemory<byte>? bytes) => bytes is ReadOnlyMemory<byte> block ? Text(block.Length) : null;

    /// <summary>The number of bytes.</summary>
    public static string? Of(ImmutableArray<byte>? bytes) => bytes is { IsDefault: false } array ? Text(array.Length) : null;

    private static string Text(int count) => count == 1 ? "1 byte" : FormattableString.Invariant($"{count} bytes");
}
