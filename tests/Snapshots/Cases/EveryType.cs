using System;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using TypedMetadata;

namespace Acme;

public enum Level
{
    Low,
    [Obsolete("Use Low.", error: true)] Old,
    [System.Runtime.Serialization.EnumMember(Value = "high \"level\"")] High,
    Highest = High,
    [Google.Protobuf.Reflection.OriginalName("LEVEL_DEFAULT")] @default,
}

[GrpcMetadata]
public sealed partial record EveryType
{
    public required string Text { get; init; }
    [MetadataKey("utf8-bin")] public required string Utf8 { get; init; }
    public required bool Boolean { get; init; }
    public required sbyte Int8 { get; init; }
    public required byte UInt8 { get; init; }
    public required short Int16 { get; init; }
    public required ushort UInt16 { get; init; }
    public required int Int32 { get; init; }
    public required uint UInt32 { get; init; }
    public required long Int64 { get; init; }
    public required ulong UInt64 { get; init; }
    public required float Single { get; init; }
    public required double Double { get; init; }
    public required decimal Decimal { get; init; }
    public required Guid Uuid { get; init; }
    [MetadataKey("raw-uuid-bin")] public required Guid RawUuid { get; init; }
    public required DateTimeOffset Time { get; init; }
    public required TimeSpan Duration { get; init; }
    public required Level Level { get; init; }
    public required Int128 Int128 { get; init; }
    public required UInt128 UInt128 { get; init; }
    public required Half Half { get; init; }
    public required char Char { get; init; }
    public required DateTime Utc { get; init; }
    public required DateOnly Birthday { get; init; }
    public required TimeOnly TimeOfDay { get; init; }
    public required Uri Uri { get; init; }
    public required Version Version { get; init; }
    public required System.Net.IPAddress Address { get; init; }
    public required System.Numerics.BigInteger Parsable { get; init; }
    public required System.Collections.Immutable.ImmutableArray<byte> Immutable { get; init; }
    public required byte[] Array { get; init; }
    public required ReadOnlyMemory<byte> Memory { get; init; }
    public required ByteString ByteString { get; init; }
    public required Timestamp Message { get; init; }
}
