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
    public void Validate_sees_only_a_record_whose_values_are_good()
    {
        Assert.False(new Metadata { { "from", "9" } }.TryRead<Span>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(MetadataErrorKind.Missing, Assert.Single(errors).Kind);
    }

    [Fact]
    public void Exception_of_Validate_is_named_by_its_type_alone()
    {
        Throwing record = new("canary", new ThrowingInside("x"));
        MetadataException[] exceptions =
        [
            Assert.Throws<MetadataException>(() => new Metadata { { "word", "canary" }, { "inner-word", "x" } }.Read<Throwing>()),
            Assert.Throws<MetadataException>(() => new Metadata { { "word", "x" }, { "inner-word", "canary" } }.Read<Throwing>()),
            Assert.Throws<MetadataException>(() => record.ToMetadata()),
            Assert.Throws<MetadataException>(() => new Throwing("x", new ThrowingInside("canary")).ToMetadata()),
            Assert.Throws<MetadataException>(() => new Throwing("x", new ThrowingInside("x")) { Throws = true }.ToMetadata()),
        ];
        Assert.All(exceptions, exception =>
        {
            MetadataError error = Assert.Single(exception.Errors);
            Assert.Equal(("", MetadataErrorKind.Invalid), (error.Key, error.Kind));
            Assert.Contains(nameof(FormatException), error.Message, StringComparison.Ordinal);
            Assert.Null(exception.InnerException);
            Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Metric_names_its_errors_by_keys_that_the_record_declares()
    {
        Metadata metadata = new() { { "x-count-chosen", "-1" }, { "x-count-other", "1" } };
        Assert.False(metadata.TryRead<Counts>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal([("x-count-chosen", "x-count-"), ("x-count-", "x-count-"), ("chosen", "")], errors.Select(error => (error.Key, error.DeclaredKey)));

        MetadataException exception = Assert.Throws<MetadataException>(() => new Counts(new Dictionary<string, int> { ["chosen"] = -1 }).ToMetadata());
        Assert.Equal(["x-count-", "x-count-", ""], exception.Errors.Select(error => error.DeclaredKey));
    }

    [Fact]
    public void Inside_another_record_its_errors_name_the_keys_as_they_are_there()
    {
        Metadata metadata = new() { { "outer-from", "9" }, { "outer-to", "3" } };
        Assert.False(metadata.TryRead<HoldsSpan>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(("outer-to", "outer-to"), (Assert.Single(errors).Key, errors[0].DeclaredKey));
        MetadataException exception = Assert.Throws<MetadataException>(() => new HoldsSpan(new Span(9, 3)) { Limit = -1 }.ToMetadata());
        Assert.Equal(["outer-limit", "outer-to"], exception.Errors.Select(error => error.Key));
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

[GrpcMetadata]
public sealed partial record Throwing(string Word, ThrowingInside Inner)
{
    [MetadataIgnore]
    public bool Throws { get; init; }

    public string? Computed
    {
        get => Throws ? throw new FormatException("canary") : null;
        init => _ = value;
    }

    static partial void Validate(in Throwing value, ICollection<MetadataError> errors)
    {
        if (value.Word == "canary")
        {
            throw new FormatException(value.Word);
        }
    }
}

[GrpcMetadata]
public sealed partial record ThrowingInside([MetadataKey("inner-word")] string Word)
{
    static partial void Validate(in ThrowingInside value, ICollection<MetadataError> errors)
    {
        if (value.Word == "canary")
        {
            throw new FormatException(value.Word);
        }
    }
}

/// <summary>Its rules name the keys of its entries, which a caller chose.</summary>
[GrpcMetadata]
public sealed partial record Counts([MetadataPrefix("x-count-")] IReadOnlyDictionary<string, int> Values)
{
    static partial void Validate(in Counts value, ICollection<MetadataError> errors)
    {
        foreach (string name in value.Values.Where(entry => entry.Value < 0).Select(entry => entry.Key))
        {
            errors.Add(new MetadataError("x-count-" + name, MetadataErrorKind.Invalid, "A count is negative."));
            errors.Add(new MetadataError("x-count-", MetadataErrorKind.Invalid, "A count is negative."));
            errors.Add(new MetadataError(name, MetadataErrorKind.Invalid, "A count is negative."));
        }
    }
}

[GrpcMetadata(Prefix = "outer-")]
public sealed partial record HoldsSpan(Span Span)
{
    public int? Limit { get; init; }

    static partial void Validate(in HoldsSpan value, ICollection<MetadataError> errors)
    {
        if (value.Limit < 0)
        {
            errors.Add(new MetadataError("outer-limit", MetadataErrorKind.Invalid, "'outer-limit' is negative."));
        }
    }
}
