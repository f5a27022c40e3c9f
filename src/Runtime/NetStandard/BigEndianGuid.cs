namespace TypedMetadata.Internal;

/// <summary>The bytes of a <see cref="Guid"/> in network order.</summary>
internal static class BigEndianGuid
{
    internal static Guid Read(byte[] bytes) => new(Swapped(bytes));

    internal static byte[] Write(Guid value) => Swapped(value.ToByteArray());

    // .NET's own order has the first three fields little-endian.
    private static byte[] Swapped(byte[] bytes) =>
        [bytes[3], bytes[2], bytes[1], bytes[0], bytes[5], bytes[4], bytes[7], bytes[6], .. bytes.AsSpan(8)];
}
