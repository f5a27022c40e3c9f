using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using TypedMetadata.Unit.Properties;

namespace TypedMetadata.Unit.Records;

/// <summary>How a record is made of metadata: required keys, defaults, constructors, and every error at once.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Absent_keys_leave_defaults_and_initializers_as_they_are()
    {
        WithDefaults read = new Metadata { { "name", "x" } }.Read<WithDefaults>();
        Assert.Equal(new WithDefaults("x") { Kept = "kept", Number = 42 }, read);
        Assert.Equal(1, read.Attempt);
        Assert.Equal(DayOfWeek.Friday, read.Day);
        Assert.Null(read.Limit);
        Assert.Equal(3, read.Retries);
    }

    [Fact]
    public void Absent_keys_leave_what_the_constructor_made()
    {
        Assert.Equal("en", new Metadata().Read<Constructed>().Locale);
        Assert.Equal("tr", new Metadata { { "locale", "tr" } }.Read<Constructed>().Locale);
    }

    [Fact]
    public void Default_that_only_quiets_the_compiler_is_none() =>
        Assert.False(new Metadata().TryRead<Quieted>(out _));

    [Fact]
    public void Present_keys_replace_defaults_and_initializers()
    {
        WithDefaults sent = new("x", 7, DayOfWeek.Monday, 8, 9) { Kept = "other", Number = 1 };
        Assert.Equal(sent, sent.ToMetadata().Read<WithDefaults>());
    }

    [Fact]
    public void Every_error_is_reported_at_once_and_in_the_order_of_the_properties()
    {
        Metadata metadata = new() { { "request-id", "nonsense" }, { "count", "1" }, { "count", "2" }, { "note", "tab\there" }, { "unknown", "\u0007" } };
        MetadataException exception = Assert.Throws<MetadataException>(() => metadata.Read<Strict>());

        Assert.Equal(
            [
                ("tenant-id", MetadataErrorKind.Missing),
                ("request-id", MetadataErrorKind.Malformed),
                ("count", MetadataErrorKind.Duplicate),
                ("note", MetadataErrorKind.NotPrintableAscii),
            ],
            exception.Errors.Select(error => (error.Key, error.Kind)));
        Assert.Null(exception.Position);
        Assert.All(exception.Errors, error => Assert.Contains(error.Message, exception.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("nonsense", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_runs_only_when_every_value_is_good()
    {
        Guarded.Constructed = 0;
        Assert.False(new Metadata { { "first", "x" } }.TryRead<Guarded>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal("second", Assert.Single(errors).Key);
        Assert.Equal(0, Guarded.Constructed);
    }

    [Fact]
    public void Exception_of_a_constructor_is_named_by_its_type_alone()
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => new Metadata { { "first", "hunter2" }, { "second", "" } }.Read<Guarded>());
        MetadataError error = Assert.Single(exception.Errors);
        Assert.Equal(MetadataErrorKind.Invalid, error.Kind);
        Assert.Contains(nameof(ArgumentException), error.Message, StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_values_of_one_key_count_as_one()
    {
        Metadata metadata = new() { { "name", "x" }, { "name", " x\t" } };
        Assert.Equal("x", metadata.Read<WithDefaults>().Name);
        Assert.Equal([1, 2], new Metadata { { "bytes-bin", [1, 2] }, { "bytes-bin", [1, 2] } }.Read<Bytes>().Value);
        Assert.False(new Metadata { { "bytes-bin", [1, 2] }, { "bytes-bin", [1, 3] } }.TryRead<Bytes>(out _));
    }

    [Fact]
    public void Present_empty_field_is_the_empty_value()
    {
        Assert.Equal("", new Metadata { { "name", "" } }.Read<WithDefaults>().Name);
        Assert.Empty(new Metadata { { "bytes-bin", [] } }.Read<Bytes>().Value);
    }

    [Fact]
    public void Absent_message_is_the_default_one()
    {
        Assert.Equal(new Timestamp(), new Metadata().Read<Message>().Value);
        Assert.Equal(new Message(new Timestamp()), new Message(new Timestamp()).ToMetadata().Read<Message>());
    }

    [Fact]
    public void Broken_message_is_malformed()
    {
        Assert.False(new Metadata { { "value-bin", [0xFF] } }.TryRead<Message>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(MetadataErrorKind.Malformed, Assert.Single(errors).Kind);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, false)]
    [InlineData(new byte[] { 0xC3, 0xA9 }, true)]
    public void Text_on_a_binary_key_is_strict_UTF_8(byte[] bytes, bool valid) =>
        Assert.Equal(valid, new Metadata { { "utf8-bin", bytes } }.TryRead<Everything>(out _));

    [Fact]
    public void Comma_on_a_sensitive_text_key_is_a_duplicate()
    {
        Assert.False(new Metadata { { "authorization", "Bearer good,Bearer evil" } }.TryRead<Secret>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(MetadataErrorKind.Duplicate, Assert.Single(errors).Kind);
    }

    [Fact]
    public void Comma_is_part_of_a_sensitive_text_that_allows_it()
    {
        Digest sent = new("Digest a=1, b=2");
        Assert.Equal(sent, sent.ToMetadata().Read<Digest>());
    }

    [Fact]
    public void Policy_chooses_among_different_values()
    {
        Metadata metadata = new() { { "first", "1" }, { "first", "2" }, { "last", "1" }, { "last", "2" }, { "last-bytes-bin", [1] }, { "last-bytes-bin", [2] }, { "first-bytes-bin", [1] }, { "first-bytes-bin", [2] } };
        Chosen chosen = metadata.Read<Chosen>();
        Assert.Equal((1, 2), (chosen.First, chosen.Last));
        Assert.Equal([1], chosen.FirstBytes);
        Assert.Equal([2], chosen.LastBytes);
    }

    [Fact]
    public void Required_member_of_a_struct_round_trips()
    {
        Point sent = new(1) { Label = "here" };
        Metadata metadata = sent;
        Assert.Equal(sent, metadata.Read<Point>());
    }

    [Fact]
    public void Record_of_more_than_sixteen_keys_round_trips()
    {
        Large sent = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
        Assert.Equal(sent, sent.ToMetadata().Read<Large>());
    }

    [Fact]
    public void Record_keeps_nothing_of_what_it_was_read_from()
    {
        byte[] bytes = [1, 2, 3];
        Metadata metadata = new() { { "bytes-bin", bytes } };
        Bytes read = metadata.Read<Bytes>();
        read.Value[0] = 9;
        Assert.Equal([1, 2, 3], metadata.Read<Bytes>().Value);
    }
}

#pragma warning disable TMD050 // Retries is such a one on purpose
[GrpcMetadata]
public sealed partial record WithDefaults(string Name, int Attempt = 1, DayOfWeek Day = DayOfWeek.Friday, int? Limit = null, int? Retries = 3)
{
    public string Kept { get; init; } = "kept";

    public int Number { get; set; } = 42;
}

#pragma warning restore TMD050

[GrpcMetadata]
public sealed partial record Constructed
{
    public Constructed() => Locale = "en";

    public string? Locale { get; init; }
}

[GrpcMetadata]
public sealed partial record Quieted(string Name = null!);

[GrpcMetadata]
public sealed partial record Strict(string TenantId, Guid RequestId, int Count, string Note);

[GrpcMetadata]
public sealed partial record Guarded
{
    private string _first = "";

    public Guarded() => Constructed++;

    public static int Constructed { get; set; }

    public required string First
    {
        get => _first;
        init => _first = value == "hunter2" ? throw new ArgumentException($"'{value}' is not allowed") : value;
    }

    public required string Second { get; init; }
}

[GrpcMetadata]
public sealed partial record Bytes([property: MetadataKey("bytes-bin")] byte[] Value);

[GrpcMetadata]
public sealed partial record Message(Timestamp Value);

[GrpcMetadata]
public sealed partial record Secret([MetadataKey("authorization", Sensitive = true)] string Authorization);

[GrpcMetadata]
public sealed partial record Digest([MetadataKey("authorization", Sensitive = true, AllowComma = true)] string Authorization);

[GrpcMetadata]
public sealed partial record Chosen(
    [MetadataKey(Duplicates = DuplicatePolicy.First)] int First,
    [MetadataKey(Duplicates = DuplicatePolicy.Last)] int Last,
    [MetadataKey(Duplicates = DuplicatePolicy.First)] byte[] FirstBytes,
    [MetadataKey(Duplicates = DuplicatePolicy.Last)] byte[] LastBytes);

[GrpcMetadata]
public readonly partial record struct Point(int X)
{
    public required string Label { get; init; }
}

[GrpcMetadata]
public sealed partial record Large(
    int A, int B, int C, int D, int E, int F, int G, int H, int I, int J, int K, int L, int M, int N, int O, int P, int Q, int R);
