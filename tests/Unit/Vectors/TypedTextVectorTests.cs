using System.Globalization;
using Grpc.Core;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Every <c>ascii</c> row of a type: reading a value of that type.</summary>
public sealed class TypedTextVectorTests
{
    private static readonly Dictionary<string, Func<string, string>> _readers = new()
    {
        ["int"] = raw => Read<OneInt>(raw).Value.ToString(CultureInfo.InvariantCulture),
        ["double"] = raw => Read<OneDouble>(raw).Value.ToString("R", CultureInfo.InvariantCulture),
        ["bool"] = raw => Read<OneBool>(raw).Value ? "true" : "false",
        ["Guid"] = raw => Read<OneGuid>(raw).Value.ToString("D"),
        ["DateTimeOffset"] = raw => Read<OneTime>(raw).Value.ToString("O", CultureInfo.InvariantCulture),
        ["TimeSpan"] = raw => Read<OneDuration>(raw).Value.ToString("c"),
        ["IPAddress"] = raw => Read<OneAddress>(raw).Value.ToString(),
        ["Version"] = raw => Read<OneVersion>(raw).Value.ToString(),
        ["string[]"] = raw => string.Join('|', Read<ManyTexts>(raw).Value),
        ["enum"] = raw => Read<OneLevel>(raw).Value.ToString(),
    };

    public static TheoryData<string> Rows => Vector.Ids(vector => vector is { Kind: "ascii", Type: string type } && _readers.ContainsKey(type));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        Func<string, string> read = _readers[vector.Type!];
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

    [Fact]
    public void Every_typed_row_is_asserted() =>
        Assert.All(Vector.All.Where(vector => vector.Kind == "ascii" && vector.Type is not null), vector => Assert.Contains(vector.Type!, _readers.Keys));

    private static T Read<T>(string raw)
        where T : IGrpcMetadata<T> => new Metadata { { "value", raw } }.Read<T>();
}

public enum VectorLevel
{
    Low,
    High,
}

[GrpcMetadata]
public sealed partial record OneInt(int Value);

[GrpcMetadata]
public sealed partial record OneDouble(double Value);

[GrpcMetadata]
public sealed partial record OneBool(bool Value);

[GrpcMetadata]
public sealed partial record OneGuid(Guid Value);

[GrpcMetadata]
public sealed partial record OneTime(DateTimeOffset Value);

[GrpcMetadata]
public sealed partial record OneDuration(TimeSpan Value);

[GrpcMetadata]
public sealed partial record OneAddress(System.Net.IPAddress Value);

[GrpcMetadata]
public sealed partial record OneVersion(Version Value);

[GrpcMetadata]
public sealed partial record ManyTexts(string[] Value);

[GrpcMetadata]
public sealed partial record OneLevel(VectorLevel Value);
