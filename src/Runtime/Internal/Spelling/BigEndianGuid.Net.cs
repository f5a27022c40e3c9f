namespace TypedMetadata.Internal;

/// <summary>The bytes of a <see cref="Guid"/> in network order.</summary>
internal static class BigEndianGuid
{
    internal static Guid Read(byte[] bytes) => new(bytes, bigEndian: true);

    internal static byte[] Write(Guid value) => value.ToByteArray(bigEndian: true);
}
