using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>A record's own rules, on every read and write.</summary>
public sealed class ValidateTests
{
    [Fact]
    public void Its_errors_join_the_report_of_a_read()
    {
        Metadata metadata = new() { { "from", "9" }, { "to", "3" } };
        MetadataException exception = Assert.Throws<MetadataException>(() => metadata.Read<Span>());
        Assert.Equal(("to", MetadataErrorKind.Invalid), (Assert.Single(exception.Errors).Key, exception.Errors[0].Kind));
        Assert.False(metadata.TryRead<Span>(out Span? none));
        Assert.Null(none);
        Assert.Equal(new Span(3, 9), new Metadata { { "from", "3" }, { "to", "9" } }.Read<Span>());
    }

    [Fact]
    public void Its_errors_join_the_report_of_a_write()
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => new Span(9, 3) { Note = "\n" }.ToMetadata());
        Assert.Equal(["to", "note"], exception.Errors.Select(error => error.Key));
        Assert.Equal(3, new Span(3, 9) { Note = "x" }.ToMetadata().Count);
    }

    [Fact]
    public void It_sees_only_a_record_whose_values_are_good()
    {
        Assert.False(new Metadata { { "from", "9" } }.TryRead<Span>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(MetadataErrorKind.Missing, Assert.Single(errors).Kind);
    }
}

[GrpcMetadata]
public sealed partial record Span(int From, int To)
{
    public string? Note { get; init; }

    static partial void Validate(in Span value, ICollection<MetadataError> errors)
    {
        if (value.From > value.To)
        {
            errors.Add(new MetadataError("to", MetadataErrorKind.Invalid, "'to' is before 'from'."));
        }
    }
}
