using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>Entries of keys and values that are checked already. They are made by the public constructors.</summary>
internal static class UncheckedEntry
{
    internal static Metadata NewMetadata(int capacity) => [];

    internal static Metadata.Entry Text(string key, string value) => new(key, value);

    internal static Metadata.Entry Bytes(string key, byte[] value) => new(key, value);

    internal static byte[] BytesOf(Metadata.Entry entry) => entry.ValueBytes;
}
