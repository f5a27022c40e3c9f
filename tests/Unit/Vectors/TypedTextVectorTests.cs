using Grpc.Core;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Every <c>ascii</c> row of a type: reading a value of that type.</summary>
public sealed class TypedTextVectorTests
{
    public static TheoryData<string> Rows => Vector.Ids(vector => vector is { Kind: "ascii", Type: not null });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        Func<string, string> read = raw => TypedReading.Of(vector.Type!, new MetadataReading(raw));
        if (vector.Expected == "reject")
        {
            MetadataError error = Assert.Single(Assert.Throws<MetadataException>(() => read(vector.Text)).Errors);
            Assert.Equal(vector.Text.All(char.IsAscii) ? MetadataErrorKind.Malformed : MetadataErrorKind.NotPrintableAscii, error.Kind);
        }
        else
        {
            Assert.True(vector.Expects("accept"), $"unknown expectation {vector.Expected}");
            Assert.Equal(vector.Argument, read(vector.Text));
        }
    }

    private sealed class MetadataReading(string raw) : IReading
    {
        public T Read<T>()
            where T : IRequestMetadata<T> => new Metadata { { "value", raw } }.Read<T>();
    }
}
