using TypedMetadata.Internal;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Every <c>base64</c> row: reading a <c>-bin</c> field as a list of byte strings, and writing one.</summary>
public sealed class Base64VectorTests
{
    public static TheoryData<string> Rows => Vector.Ids(vector => vector.Kind == "base64");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        if (vector.Expects("emit"))
        {
            Assert.Equal(vector.Argument, UnpaddedBase64.Encode(vector.Bytes));
            return;
        }

        List<byte[]?> items = BinaryItems.Of(new WireValue(vector.Text));
        if (vector.Expected == "reject")
        {
            Assert.Contains(null, items);
            return;
        }

        Assert.True(vector.Expects("accept"), $"unknown expectation {vector.Expected}");
        Assert.DoesNotContain(null, items);
        Assert.Equal(vector.Argument.Split(','), items.Select(item => Convert.ToHexStringLower(item!)));
    }
}
