using TypedMetadata.Testing;

namespace TypedMetadata.Unit.Testing;

/// <summary>A stand-in for the accessor of the current call's metadata.</summary>
public sealed class AccessorTests
{
    [Fact]
    public void It_reads_the_record_that_it_was_given()
    {
        TestRequestMetadataAccessor<OnlyName> accessor = new(new OnlyName("a"));
        Assert.Equal("a", accessor.Read().Name);
        Assert.True(accessor.TryRead(out OnlyName? read));
        Assert.Equal("a", read.Name);
    }

    [Fact]
    public void Without_a_record_it_is_as_where_no_call_is_served()
    {
        TestRequestMetadataAccessor<OnlyName> accessor = new();
        Assert.Contains("'OnlyName'", Assert.Throws<InvalidOperationException>(accessor.Read).Message, StringComparison.Ordinal);
        Assert.False(accessor.TryRead(out _));
    }
}

[GrpcMetadata]
public sealed partial record OnlyName(string Name);
