using System.Runtime.CompilerServices;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>
/// Entries of keys and values that are checked already, made by a private constructor without a second check and a second copy. Where it is missing they are made as everybody
/// makes them.
/// </summary>
internal static class UncheckedEntry
{
    /// <summary>Whether the private members are there and may be used.</summary>
    internal static bool IsWorking { get; } = PrivateMembers.MayBeUsed && Probe();

    /// <summary>An empty <see cref="Metadata"/> with room for entries.</summary>
    internal static Metadata NewMetadata(int capacity)
    {
        Metadata metadata = [];
        if (IsWorking)
        {
            EntriesOf(metadata).Capacity = capacity;
        }

        return metadata;
    }

    /// <summary>An entry of text. With a <c>-bin</c> key its base64, for Grpc.Net.Client alone, and only where the private members work: others take it for text.</summary>
    internal static Metadata.Entry Text(string key, string value) => IsWorking ? Create(key, value, null) : new Metadata.Entry(key, value);

    /// <summary>An entry of bytes, which keeps the array if it may.</summary>
    internal static Metadata.Entry Bytes(string key, byte[] value) => IsWorking ? Create(key, null, value) : new Metadata.Entry(key, value);

    /// <summary>The bytes of a binary entry, which are the entry's own where the private members work.</summary>
    internal static byte[] BytesOf(Metadata.Entry entry) => IsWorking ? ValueBytesOf(entry)! : entry.ValueBytes;

    private static bool Probe()
    {
        try
        {
            Metadata metadata = [];
            EntriesOf(metadata).Capacity = 3;
            metadata.Add(Create("a", "b", null));
            metadata.Add(Create("a-bin", null, [1]));
            metadata.Add(Create("b-bin", "AQ", null));
            return metadata is [{ Key: "a", Value: "b", IsBinary: false }, { Key: "a-bin", IsBinary: true, ValueBytes: [1] }, { Key: "b-bin", IsBinary: false, Value: "AQ" }]
                && ValueBytesOf(metadata[1]) is [1];
        }
        catch (MissingMemberException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern Metadata.Entry Create(string key, string? value, byte[]? valueBytes);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "valueBytes")]
    private static extern ref byte[]? ValueBytesOf(Metadata.Entry entry);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "entries")]
    private static extern ref List<Metadata.Entry> EntriesOf(Metadata metadata);
}
