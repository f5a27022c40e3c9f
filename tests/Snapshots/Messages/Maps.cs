using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using TypedMetadata;

[GrpcMetadata]
public sealed partial record WithoutPrefix(
    IReadOnlyDictionary<string, string> Interface,
    IDictionary Untyped,
    IDictionary<string, string> Writable,
    Dictionary<string, int>? Class);

[GrpcMetadata]
public sealed partial record OfOddTypes(
    [MetadataPrefix("a-a-")] Dictionary<string, string> Class,
    [MetadataPrefix("b-b-")] IReadOnlyDictionary<int, string> Numbered,
    [MetadataPrefix("c-c-")] string Text,
    [MetadataPrefix("d-d-")] IReadOnlyDictionary<string, string?> Nullable,
    [MetadataPrefix("e-e-")] IReadOnlyDictionary<string, string[]> Lists,
    [MetadataPrefix("f-f-")] IReadOnlyDictionary<string, object> Objects,
    [MetadataPrefix(null!)] IReadOnlyDictionary<string, string> Null);

[GrpcMetadata]
public sealed partial record OddPrefixes(
    [MetadataPrefix("a-")] IReadOnlyDictionary<string, string> Short,
    [MetadataPrefix("ab-")] IReadOnlyDictionary<string, string> LongEnough,
    [MetadataPrefix("x-bag")] IReadOnlyDictionary<string, string> NoDash,
    [MetadataPrefix("x bag-")] IReadOnlyDictionary<string, string> Space,
    [MetadataPrefix("X-Case-")] IReadOnlyDictionary<string, string> UpperCase,
    [MetadataPrefix("grpc-")] IReadOnlyDictionary<string, string> Grpc,
    [MetadataPrefix("x-token-")] IReadOnlyDictionary<string, string> Credentials,
    [MetadataPrefix("x_y-")] IReadOnlyDictionary<string, string> Underscore);

[GrpcMetadata]
public sealed partial record Meeting(
    [MetadataPrefix("x-bag-")] IReadOnlyDictionary<string, string> Bag,
    [MetadataKey("x-bag-y")] string Key,
    [MetadataPrefix("x-bag-more-")] IReadOnlyDictionary<string, string> More,
    [MetadataPrefix("x-bag-")] IReadOnlyDictionary<string, string> Again,
    [MetadataPrefix("x-bag-")] IReadOnlyDictionary<string, byte[]> Bytes,
    [MetadataKey("x-bag-y-bin")] byte[] BinaryKey);

[GrpcMetadata]
public sealed partial record NotMeeting(
    [MetadataPrefix("x-bag-")] IReadOnlyDictionary<string, string> Bag,
    [MetadataPrefix("x-bag-")] IReadOnlyDictionary<string, byte[]> Bytes,
    [MetadataKey("x-bag-")] string OnlyThePrefix,
    [MetadataKey("x-bag--bin")] byte[] OnlyThePrefixAndSuffix,
    [MetadataKey("x-bag-bin")] byte[] Shorter,
    [MetadataKey("x-bag")] string Before);

[GrpcMetadata]
public sealed partial record ReservedBeside(
    [MetadataKey("user-agent", ReadOnly = true)] string? Agent,
    [MetadataPrefix("user-")] IReadOnlyDictionary<string, string> User);

[GrpcMetadata]
public sealed partial record MoreOptions(
    [MetadataPrefix("a-a-", PercentEncoded = true)] IReadOnlyDictionary<string, int> Numbers,
    [MetadataPrefix("b-b-", PercentEncoded = true)] IReadOnlyDictionary<string, byte[]> Bytes,
    [MetadataPrefix("c-c-"), MetadataKey("c")] IReadOnlyDictionary<string, string> Both,
    [MetadataPrefix("d-d-")] [property: MetadataPrefix("e-e-")] IReadOnlyDictionary<string, string> Twice)
{
    [MetadataPrefix("f-f-")]
    public static IReadOnlyDictionary<string, string> Shared { get; set; } = ImmutableDictionary<string, string>.Empty;
}
