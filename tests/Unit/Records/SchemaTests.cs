using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>What <see cref="MetadataSchema"/> says of a record.</summary>
public sealed class SchemaTests
{
    private static readonly MetadataSchema _described = MetadataSchema.Of<Described>();

    [Fact]
    public void Record_says_its_name_positions_size_and_summary()
    {
        Assert.Equal((typeof(Described), "Described", MetadataPositions.Request | MetadataPositions.Trailing), (_described.Type, _described.Name, _described.Positions));
        Assert.Equal(2048, _described.MaxSize);
        Assert.Equal("Says Metadata who calls, & why.", _described.Summary);
        Assert.Null(MetadataSchema.Of<DescribedInside>().MaxSize);
    }

    [Fact]
    public void Schema_is_made_once() => Assert.Same(_described, MetadataSchema.Of<Described>());

    [Fact]
    public void Keys_stand_in_the_order_of_the_properties_and_those_of_inner_records_last() => Assert.Equal(
        [
            ("tenant-id", "TenantId"), ("token-bin", "Token"), ("attempt", "Attempt"), ("xx-", "Baggage"), ("yy-", "Blobs"), ("tags", "Tags"), ("note", "Note"), ("status-bin", "Status"),
            ("user-agent", "Agent"), ("in-city", "Start.City"), ("in-zip", "Start.Zip"), ("out-city", "End.City"), ("out-zip", "End.Zip"),
        ],
        _described.Keys.Select(key => (key.Key, key.Property)));

    [Fact]
    public void Only_a_key_without_which_reading_fails_is_required()
    {
        Assert.Equal(["tenant-id", "token-bin", "in-city"], _described.Keys.Where(key => key.IsRequired).Select(key => key.Key));

        Metadata least = new() { { "tenant-id", "acme" }, { "token-bin", [1] }, { "in-city", "Oslo" } };
        Assert.True(least.TryRead<Described>(out _));
        foreach (Metadata.Entry entry in least.ToArray())
        {
            Metadata less = [];
            least.Where(other => other != entry).ToList().ForEach(less.Add);
            Assert.False(less.TryRead<Described>(out _));
        }
    }

    [Fact]
    public void Key_says_what_it_carries()
    {
        Assert.Equal(
            [(MetadataKeyKind.Text, typeof(string)), (MetadataKeyKind.Binary, typeof(ReadOnlyMemory<byte>)), (MetadataKeyKind.Text, typeof(int)), (MetadataKeyKind.Text, typeof(string)), (MetadataKeyKind.Binary, typeof(byte[])), (MetadataKeyKind.Text, typeof(Guid))],
            _described.Keys.Take(6).Select(key => (key.Kind, key.Type)));
        Assert.Equal(["Tags"], _described.Keys.Where(key => key.IsList).Select(key => key.Property));
        Assert.Equal(["Baggage", "Blobs"], _described.Keys.Where(key => key.IsPrefix).Select(key => key.Property));
        Assert.Equal("a UUID of 36 characters: hex digits in groups of 8, 4, 4, 4 and 12", Of("Tags").Expected);
    }

    [Fact]
    public void Key_says_its_options()
    {
        Assert.Equal(["Token", "End.City", "End.Zip"], _described.Keys.Where(key => key.IsSensitive).Select(key => key.Property));
        Assert.Equal(["Agent"], _described.Keys.Where(key => key.IsReadOnly).Select(key => key.Property));
        Assert.Equal((StatusCode.Unauthenticated, StatusCode.InvalidArgument), (Of("Token").ErrorStatusCode, Of("TenantId").ErrorStatusCode));
        Assert.Equal(["x-tenant", "org"], Of("TenantId").Aliases);
    }

    [Fact]
    public void Summaries_come_from_the_comments_on_properties_and_parameters()
    {
        Assert.Equal("The tenant, as in TenantId of null.", Of("TenantId").Summary);
        Assert.Equal("How often it was tried. From 1 on.", Of("Attempt").Summary);
        Assert.Equal("Items < 10, each & all.", Of("Tags").Summary);
        Assert.Equal("The city.", Of("Start.City").Summary);
        Assert.Null(Of("Baggage").Summary);
        Assert.Null(Of("Note").Summary);
        Assert.Equal("From the base.", MetadataSchema.Of<DescribedChild>().Keys[0].Summary);
    }

    [Fact]
    public void Schema_prints_a_line_for_each_key() => Assert.Equal(
        """
        DescribedInside (all metadata)
          city: text, required. The city.
          zip: a whole number in the range of Int32, without a plus sign or leading zeros, optional
        """,
        MetadataSchema.Of<DescribedInside>().ToString());

    [Fact]
    public void Printed_options_stand_behind_the_kind()
    {
        string[] lines = _described.ToString().Split('\n');
        Assert.Equal("Described (request, trailing metadata, at most 2048 bytes): Says Metadata who calls, & why.", lines[0]);
        Assert.Contains("  token-bin: bytes, required, sensitive", lines);
        Assert.Contains("  xx-*: text, optional", lines);
        Assert.Contains("  tags: list, each a UUID of 36 characters: hex digits in groups of 8, 4, 4, 4 and 12, optional. Items < 10, each & all.", lines);
    }

    private static MetadataSchemaKey Of(string property) => Assert.Single(_described.Keys, key => key.Property == property);
}

/// <summary>Says
/// <see cref="Metadata"/> who <c>calls</c>, &amp; why.</summary>
/// <param name="TenantId">The tenant, as in <paramref name="TenantId"/> of <see langword="null"/>.</param>
[GrpcMetadata(MetadataPositions.Request | MetadataPositions.Trailing, MaxSize = 2048)]
public sealed partial record Described(
    [MetadataKey(Aliases = ["x-tenant", "org"])] string TenantId,
    [MetadataKey("token-bin", Sensitive = true, ErrorStatusCode = StatusCode.Unauthenticated)] ReadOnlyMemory<byte> Token)
{
    /**
     * <summary>
     * How often it was tried.
     * From 1 on.
     * </summary>
     */
    public int Attempt { get; init; } = 1;

    [MetadataPrefix("xx-")]
    public IReadOnlyDictionary<string, string> Baggage { get; init; } = new Dictionary<string, string>();

    [MetadataPrefix("yy-")]
    public IReadOnlyDictionary<string, byte[]> Blobs { get; init; } = new Dictionary<string, byte[]>();

    // Not this.
    /// <summary>Items &lt; 10, each <b>&amp;</b> all.</summary>
    //// Nor that.
    public IReadOnlyList<Guid> Tags { get; init; } = [];

    [MetadataKey(AllowEmpty = true)]
    public required string Note { get; init; }

    [MetadataKey("status-bin")]
    public required Google.Rpc.Status Status { get; init; }

    [MetadataKey("user-agent", ReadOnly = true)]
    public string? Agent { get; init; }

    public required DescribedStart Start { get; init; }

    [MetadataKey(Sensitive = true)]
    public DescribedEnd? End { get; init; }
}

[GrpcMetadata(MetadataPositions.All, Prefix = "in-")]
public sealed partial record DescribedStart
{
    /// <summary>The city.</summary>
    public required string City { get; init; }

    public int? Zip { get; init; }
}

[GrpcMetadata(MetadataPositions.All, Prefix = "out-")]
public sealed partial record DescribedEnd(string City, int? Zip = null);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record DescribedInside
{
    /// <summary>The city.</summary>
    public required string City { get; init; }

    public int? Zip { get; init; }
}

[GrpcMetadata]
public abstract partial record DescribedBase
{
    /// <summary>From the base.</summary>
    public abstract string Name { get; init; }
}

[GrpcMetadata]
public sealed partial record DescribedChild : DescribedBase
{
    public override required string Name { get; init; }
}
