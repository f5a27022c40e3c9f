using System.Runtime.Serialization;
using Grpc.Core;

namespace TypedMetadata.Unit.Keys;

/// <summary>A record's codec of an enum is generated, that of a key without a record is made at run time: both spell it alike.</summary>
public sealed class EnumSpellingTests
{
    [Theory]
    [InlineData("x", Cased.Small)]
    [InlineData("X", Cased.Large)]
    [InlineData("small", Cased.Third)]
    [InlineData("SMALL", Cased.Third)]
    [InlineData("Large", Cased.Large)]
    [InlineData("third", Cased.Third)]
    [InlineData("fourth", null)]
    [InlineData("0", null)]
    internal void Wire_names_go_before_own_names_and_what_stands_there_before_the_other_case(string text, Cased? expected)
    {
        Metadata metadata = new() { { "value", text } };
        Assert.Equal(expected, metadata.TryGet(MetadataKey.Enum<Cased>("value"), out Cased byKey) ? byKey : null);
        Assert.Equal(expected, metadata.TryRead(out Spelled? record) ? record.Value : null);
    }

    [Fact]
    public void What_is_expected_is_said_alike()
    {
        Metadata metadata = new() { { "value", "fourth" } };
        metadata.TryGet(MetadataKey.Enum<Cased>("value"), out _, out MetadataError? byKey);
        metadata.TryRead<Spelled>(out _, out IReadOnlyList<MetadataError> byRecord);
        Assert.Equal("'value' is malformed: expected one of x, X, Small.", byKey!.Message);
        Assert.Equal(byKey.Message, Assert.Single(byRecord).Message);
    }
}

/// <summary>Names that differ in case alone, and one that is another member's own.</summary>
internal enum Cased
{
    [EnumMember(Value = "x")]
    Small,

    [EnumMember(Value = "X")]
    Large,

    [EnumMember(Value = "Small")]
    Third,
}

#pragma warning disable TMD052 // what is tested
[GrpcMetadata]
internal sealed partial record Spelled([property: MetadataKey("value")] Cased Value);
#pragma warning restore TMD052
