using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary><c>Required</c> on what may be absent otherwise: a message, a list, a dictionary.</summary>
public sealed class RequiredTests
{
    private static readonly Demanding _whole = new(new Timestamp { Seconds = 1 }, ["a"], [[1]], new Dictionary<string, string> { ["a"] = "x" }) { Initialized = [2] };

    [Fact]
    public void Required_keys_that_are_there_are_read() => Assert.Equal(_whole, _whole.ToMetadata().Read<Demanding>());

    [Fact]
    public void Required_keys_that_are_absent_are_missing()
    {
        Assert.False(new Metadata().TryRead<Demanding>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(["stamp-bin", "texts", "blocks-bin", "x-map-", "initialized"], errors.Select(error => error.Key));
        Assert.All(errors, error => Assert.Equal(MetadataErrorKind.Missing, error.Kind));
    }

    [Fact]
    public void Required_values_without_content_are_not_written()
    {
        Demanding empty = new(new Timestamp(), [], [], new Dictionary<string, string>()) { Initialized = [] };
        MetadataException exception = Assert.Throws<MetadataException>(empty.ToMetadata);
        Assert.Equal(["stamp-bin", "texts", "blocks-bin", "x-map-", "initialized"], exception.Errors.Select(error => error.Key));
        Assert.All(exception.Errors, error => Assert.Equal(MetadataErrorKind.Empty, error.Kind));
    }

    [Fact]
    public void Without_Required_absence_is_the_default()
    {
        Lenient read = new Metadata().Read<Lenient>();
        Assert.Equal(new Lenient(new Timestamp(), [], new Dictionary<string, string>()), read);
        Assert.Equal(["stamp-bin"], read.ToMetadata().Select(entry => entry.Key));
    }

    [Fact]
    public void Schema_says_what_is_required()
    {
        Assert.All(MetadataSchema.Of<Demanding>().Keys, key => Assert.True(key.IsRequired, key.Key));
        Assert.All(MetadataSchema.Of<Lenient>().Keys, key => Assert.False(key.IsRequired, key.Key));
    }
}

[GrpcMetadata]
public sealed partial record Demanding(
    [MetadataKey(Required = true)] Timestamp Stamp,
    [MetadataKey(Required = true)] string[] Texts,
    [MetadataKey(Required = true)] IReadOnlyList<byte[]> Blocks,
    [MetadataPrefix("x-map-", Required = true)] IReadOnlyDictionary<string, string> Map)
{
    [MetadataKey(Required = true)]
    public int[] Initialized { get; init; } = [];
}

[GrpcMetadata]
public sealed partial record Lenient(Timestamp Stamp, string[] Texts, [MetadataPrefix("x-map-")] IReadOnlyDictionary<string, string> Map);
