using System.Runtime.CompilerServices;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>
/// Creates entries of keys and values that were already validated, with a private constructor that neither validates nor copies them again. If it is missing, the public
/// constructors are used.
/// </summary>
internal static class UncheckedEntry
{
    /// <summary>Whether the private members exist and may be used.</summary>
    internal static bool IsWorking { get; } = PrivateMembers.MayBeUsed && Probe();

    /// <summary>Creates an empty <see cref="Metadata"/> with a capacity.</summary>
    internal static Metadata NewMetadata(int capacity)
    {
        Metadata metadata = [];
        if (IsWorking)
        {
            EntriesOf(metadata).Capacity = capacity;
        }

        return metadata;
    }

    /// <summary>
    /// Creates a text entry. For a <c>-bin</c> key, the text is base64; such an entry is passed only to Grpc.Net.Client and needs the private members, because other code treats it
    /// as text.
    /// </summary>
    internal static Metadata.Entry Text(string key, string value) => IsWorking ? Create(key, value, null) : new Metadata.Entry(key, value);

    /// <summary>Creates a binary entry. It keeps the array if private members may be used.</summary>
    internal static Metadata.Entry Bytes(string key, byte[] value) => IsWorking ? Create(key, null, value) : new Metadata.Entry(key, value);

    /// <summary>Returns the bytes of a binary entry, without a copy if private members may be used.</summary>
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
