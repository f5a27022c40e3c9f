using Grpc.Core;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Every <c>ascii</c> row without a type: a <c>string</c> value, written and read.</summary>
public sealed class TextVectorTests
{
    public static TheoryData<string> Rows => Vector.Ids(vector => vector is { Kind: "ascii", Type: null });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        if (vector.Expects("accept"))
        {
            string value = vector.Argument == "same" ? vector.Text : vector.Argument;
            Assert.Equal(value, new OneText(vector.Text).ToMetadata().GetValue("value"));
            Assert.Equal(value, Read(vector.Text).Value);
        }
        else if (vector.Expected == "reject")
        {
            Assert.Equal(MetadataErrorKind.NotPrintableAscii, Rejected(() => new OneText(vector.Text).ToMetadata()));
            Assert.Equal(MetadataErrorKind.NotPrintableAscii, Rejected(() => Read(vector.Text)));
        }
        else if (vector.Expected == "reject-write")
        {
            Rejected(() => new OneText(vector.Text).ToMetadata());
            Assert.Equal(vector.Text.Trim(), Read(vector.Text).Value);
        }
        else
        {
            Assert.True(vector.Expects("reject-read"), $"unknown expectation {vector.Expected}");
            Assert.Equal(Enum.Parse<MetadataErrorKind>(vector.Argument), Rejected(() => Read(vector.Text)));
        }
    }

    private static OneText Read(string raw) => new Metadata { { "value", raw } }.Read<OneText>();

    private static MetadataErrorKind Rejected(Func<object> act) => Assert.Single(Assert.Throws<MetadataException>(act).Errors).Kind;
}
