using System;
using System.Collections.Generic;
using Google.Protobuf;
using Grpc.Core;
using TypedMetadata;

[GrpcMetadata]
public sealed partial record PercentEncoded(
    [MetadataKey("a", PercentEncoded = true)] int Number,
    [MetadataKey("b-bin", PercentEncoded = true)] string Bytes,
    [MetadataKey("c", PercentEncoded = true)] string[] Texts);

[GrpcMetadata]
public sealed partial record Formats(
    [MetadataKey("a", Format = "c")] int Number,
    [MetadataKey("b", Format = "g")] TimeSpan General,
    [MetadataKey("c", Format = "c")] TimeSpan Constant,
    [MetadataKey("d", Format = "camel")] DayOfWeek Day,
    [MetadataKey("e-bin", Format = "base64")] byte[] Bytes,
    [MetadataKey("f", Separator = "--")] string[] Separated,
    [MetadataKey("g", Scheme = "my scheme")] string Token,
    [MetadataKey("h", Separator = ";", Scheme = "Bearer", OnMalformed = MalformedValuePolicy.UseDefault)] int Idle);

[GrpcMetadata]
public sealed partial record IdleOnLists(
    [MetadataKey("a", Duplicates = DuplicatePolicy.Last, AllowComma = true, AllowEmpty = true, MaxItems = 3)] string[] List);

[GrpcMetadata]
public sealed partial record IdleOnValues(
    [MetadataKey("a", MaxItems = 3, AllowComma = true, AllowEmpty = false, ReadOnly = true, Duplicates = DuplicatePolicy.First)] int Number,
    [MetadataKey("b-bin", Sensitive = true, AllowComma = true)] byte[] Bytes,
    [MetadataKey("c", Sensitive = true, AllowComma = true, AllowEmpty = true)] string Text,
    [MetadataKey("d", ErrorStatusCode = StatusCode.OK)] string Rejected,
    [MetadataKey("user-agent", ReadOnly = true)] string Agent);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record IdleInTrailers([MetadataKey("a", ErrorStatusCode = StatusCode.Aborted)] string Text, [MetadataKey("b", ErrorStatusCode = StatusCode.OK)] string Other);

[GrpcMetadata]
public sealed partial record EmptyOrNull(
    [MetadataKey("a", AllowEmpty = true)] string? Text,
    [MetadataKey("b-bin", AllowEmpty = true)] ReadOnlyMemory<byte>? Bytes,
    [MetadataKey("c-bin", AllowEmpty = true)] string? TextAsBytes,
    [MetadataKey("d-bin", AllowEmpty = true)] Guid? Id,
    [MetadataKey("e-bin", AllowEmpty = true)] Google.Protobuf.WellKnownTypes.Timestamp? Message,
    [MetadataKey("f", AllowEmpty = false)] string? Rejected,
    [MetadataKey("g", AllowEmpty = true)] string NotNull,
    [MetadataKey("h", Required = true)] int Number,
    [MetadataKey("i", Required = true)] string[]? Optional,
    [MetadataKey("j-bin", Required = false)] Google.Protobuf.WellKnownTypes.Timestamp Lenient);

[GrpcMetadata]
public sealed partial record Traced([MetadataKey("a", Sensitive = true, Traced = true)] string Secret, [MetadataKey("b", TraceAs = "x")] string Untraced);

[GrpcMetadata]
public sealed partial record NullableWithDefault([MetadataKey("a")] int? Count = 3, [MetadataKey("b")] int? None = null)
{
    [MetadataKey("c")]
    public string? Text { get; init; } = "text";
}
