using Grpc.Core;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Every <c>base64</c> row about one value, by the methods that take base64 as text.</summary>
public sealed class Base64VectorTests
{
    private const string Key = "a-bin";

    public static TheoryData<string> Rows => Vector.Ids(vector => vector.Kind == "base64" && (vector.Expects("emit") ? vector.Bytes.Length != 0 : !vector.Text.Contains(',') && vector.Text.Trim('=', ' ', '\t').Length != 0));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        Metadata metadata = [];
        if (vector.Expects("emit"))
        {
            Assert.Equal(vector.Argument, new OneBlock(vector.Bytes).ToPairs().Single().Value);
            return;
        }

        Exception? thrown = Record.Exception(() => metadata.SetAll([new(Key, vector.Text.Trim(' ', '\t'))]));
        if (vector.Expected == "reject")
        {
            Assert.IsType<MetadataException>(thrown);
            return;
        }

        Assert.Null(thrown);
        Assert.Equal(vector.Argument, Convert.ToHexStringLower(metadata.Get(MetadataKey.Bytes(Key)).Span));
    }
}

[GrpcMetadata]
public sealed partial record OneBlock([property: MetadataKey("a-bin")] byte[] Block);
